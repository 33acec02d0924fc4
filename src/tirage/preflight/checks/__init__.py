"""The checks, one subject a file: in comes what is to be checked, out go faults."""
