"""What is proposed to editors."""
