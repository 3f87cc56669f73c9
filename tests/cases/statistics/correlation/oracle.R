# Rscript oracle.R, in this folder.
rows <- read.csv("gaps.csv")
r <- cor(rows, use = "pairwise.complete.obs")
out <- c()
for (i in 1:5) for (j in 1:5)
  out <- c(out, sprintf("available_%d%d,1,0", i, j), sprintf("r_%d%d,%.15g,1e-13", i, j, r[i, j]),
           sprintf("rows_%d%d,%d,0", i, j, sum(!is.na(rows[[i]]) & !is.na(rows[[j]]))))
writeLines(out, "gaps.expected.csv")
