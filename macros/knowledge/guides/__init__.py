"""Study guides worked out from the data: what a group reads, asks and checks, and when."""
