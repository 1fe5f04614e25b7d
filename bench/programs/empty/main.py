"""Nothing: its time is the start-up."""
