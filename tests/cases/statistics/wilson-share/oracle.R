# Rscript oracle.R, in this folder.
for (name in c("six", "even")) {
  rows <- read.csv(paste0(name, ".csv"))
  n <- sum(rows$worth)^2 / sum(rows$worth^2)
  share <- weighted.mean(rows$met, rows$worth)
  ends <- suppressWarnings(prop.test(share * n, n, correct = FALSE)$conf.int)
  writeLines(c("available,1,0", sprintf("n_eff,%.15g,1e-12", n), sprintf("low,%.15g,1e-12", ends[1]),
               sprintf("high,%.15g,1e-12", ends[2])), paste0(name, ".expected.csv"))
}
