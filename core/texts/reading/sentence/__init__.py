"""What is known while one sentence is read, and what all readers of sentences need."""
