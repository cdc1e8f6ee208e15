"""What several kinds of page show: duties, entries, questions, the frame around a page."""
