"""What must hold: rules, a project's findings, and findings as reports."""
