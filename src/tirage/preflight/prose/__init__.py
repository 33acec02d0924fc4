"""Checks of running text: spaces, punctuation, dashes, quotes, numbers, letters, words."""
