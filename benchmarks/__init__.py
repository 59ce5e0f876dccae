"""How long things take, as whole processes and side by side. Figures hold for one run on one machine; ratios travel."""
