"""Long trials in full: faults, kills, mutated files, random use. The tests run a bounded part of each."""
