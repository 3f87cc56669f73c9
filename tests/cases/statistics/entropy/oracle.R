# Rscript oracle.R, in this folder.
for (name in c("published", "zeros", "even", "all", "large")) {
  amount <- read.csv(paste0(name, ".csv"))$amount
  s <- amount / sum(amount)
  entropy <- -sum(ifelse(s > 0, s * log(pmax(s, 1e-300)), 0)) / log(length(s))
  out <- c("available,1,0", sprintf("entropy,%.15g,1e-14", entropy),
           sprintf("n_eff,%.15g,1e-13", 1 / sum(s^2)), sprintf("hhi,%.15g,1e-14", sum(s^2)))
  writeLines(out, paste0(name, ".expected.csv"))
}
