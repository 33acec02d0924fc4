"""What tirage knows of languages: small pure modules and data, each with its source. Standard library only."""
