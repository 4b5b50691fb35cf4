-- wrk -s request.lua URL -- DIRECTORY KIND CONNEXIONS ORGANISATIONS; KIND is get, list, create, quota-random or quota-hot
local first = 100000000000

function setup(thread)
  seeds = (seeds or 0) + 1
  thread:set("seed", os.time() + seeds * 7919)
end

function init(arguments)
  kind, connexions, organisations = arguments[2], tonumber(arguments[3]), tonumber(arguments[4])
  math.randomseed(seed)
  credentials = {}
  for line in io.lines(arguments[1] .. "/credentials.txt") do
    credentials[#credentials + 1] = "Bearer " .. line
  end
end

function request()
  local n = kind == "quota-hot" and 4242 or math.random(0, connexions - 1)
  local headers = { ["Authorization"] = credentials[n % organisations + 1] }
  local one = string.format("/v1/connexions/00000000-0000-4000-8000-%.0f", first + n)
  if kind == "get" then
    return wrk.format("GET", one, headers)
  elseif kind == "list" then
    return wrk.format("GET", "/v1/connexions?limit=50", headers)
  end
  headers["Content-Type"] = "application/json"
  if kind == "create" then
    return wrk.format("POST", "/v1/connexions", headers,
      '{"clientId":"00000000-0000-0001-0000-000000000001","accountEmail":"a@example.org"}')
  end
  return wrk.format("POST", one .. "/quota/reservations", headers, '{"units":1}')
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %.1f %d %.2f %.2f\n", summary.requests / summary.duration * 1e6,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
