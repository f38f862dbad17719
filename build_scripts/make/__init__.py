"""Makes what is shipped or shown: the sample, the Word templates, the pictures."""
