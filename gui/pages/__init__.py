"""The pages of the window and the panels beside them."""
