# Rscript oracle.R, in this folder: needs the package survival.
library(survival)
for (name in c("paper", "leukaemia", "placebo", "requests", "waiting", "first_day")) {
  rows <- read.csv(paste0(name, ".csv"))
  horizon <- rows$horizon[1]
  fit <- survfit(Surv(days, happened) ~ 1, rows)
  at <- fit$n.event > 0
  error <- fit$std.err * fit$surv
  error[fit$surv == 0] <- 0 # not defined; ours is 0
  out <- c("available,1,0", sprintf("steps,%d,0", sum(at)))
  if (any(at))
    out <- c(out, rbind(sprintf("day_%d,%d,0", seq_len(sum(at)), fit$time[at]),
                        sprintf("at_risk_%d,%d,0", seq_len(sum(at)), fit$n.risk[at]),
                        sprintf("events_%d,%d,0", seq_len(sum(at)), fit$n.event[at]),
                        sprintf("survival_%d,%.15g,1e-13", seq_len(sum(at)), fit$surv[at]),
                        sprintf("error_%d,%.15g,1e-13", seq_len(sum(at)), error[at])))
  middle <- quantile(fit, .5)$quantile
  out <- c(out, sprintf("has_median,%d,0", as.integer(!is.na(middle))))
  if (!is.na(middle)) out <- c(out, sprintf("median,%.15g,0", middle))
  # The area under the steps up to the horizon, S as it was and S ending with follow-up.
  area <- function(end) {
    step <- stepfun(fit$time, c(1, fit$surv))
    cuts <- sort(unique(c(0, pmin(fit$time, end), end)))
    if (length(cuts) < 2) 0 else sum(diff(cuts) * step(head(cuts, -1)))
  }
  high <- area(horizon)
  told <- summary(fit, rmean = horizon)$table[["rmean"]]
  if (name != "first_day") stopifnot(abs(told - high) < 1e-9) # survfit's own
  out <- c(out, sprintf("mean_low,%.15g,1e-11", area(min(horizon, max(rows$days)))),
           sprintf("mean_high,%.15g,1e-11", high))
  last <- min(fit$surv[fit$time <= horizon], 1)
  out <- c(out, sprintf("at_horizon_high,%.15g,1e-13", last),
           sprintf("at_horizon_low,%.15g,1e-13", if (max(rows$days) >= horizon) last else 0))
  writeLines(out, paste0(name, ".expected.csv"))
}
