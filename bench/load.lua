-- What wrk counted, as one line of JSON; times in microseconds.
function done(summary, latency, requests)
  local wrong = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "microseconds": %d, "bytes": %d, "p50": %d, "p99": %d, "most": %d, "bad": %d, "broken": %d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99), latency.max,
    wrong.status, wrong.connect + wrong.read + wrong.write + wrong.timeout))
end
