"""`make bench`: how long the work takes, each as a ratio to something known, measured in pairs in one run."""
