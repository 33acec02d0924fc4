"""Copy: files as they were handed in → passages of text that know where every character stands."""
