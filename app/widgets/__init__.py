"""Single widgets: each is told what to show and owns nothing else."""
