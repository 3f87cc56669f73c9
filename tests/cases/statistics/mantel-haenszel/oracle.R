# Rscript oracle.R, in this folder: needs the package metafor.
suppressMessages(library(metafor))
for (name in c("diabetes", "sparse", "one", "empty_arms", "apart")) {
  rows <- read.csv(paste0(name, ".csv"))
  rows <- rows[rows$members > 0 & rows$others > 0, ]
  fit <- rma.mh(measure = "RD", ai = met, n1i = members, ci = others_met, n2i = others, data = rows,
                correct = FALSE)
  if (nrow(rows) > 1) {
    cells <- with(rows, rbind(met, others_met, members - met, others - others_met))
    table <- array(cells, c(2, 2, nrow(rows)))
    p <- mantelhaen.test(table, correct = FALSE)$p.value
  } else { # the same, times N/(N - 1), is Pearson's chi-square
    n <- rows$members + rows$others
    x <- chisq.test(with(rows, matrix(c(met, members - met, others_met, others - others_met), 2)),
                    correct = FALSE)$statistic
    p <- pchisq(x * (n - 1) / n, 1, lower.tail = FALSE)
  }
  writeLines(c("available,1,0", sprintf("difference,%.15g,1e-13", as.numeric(fit$beta)),
               sprintf("error,%.15g,1e-12", fit$se), sprintf("p,%.15g,1e-12", p),
               sprintf("strata,%d,0", nrow(rows))), paste0(name, ".expected.csv"))
}
