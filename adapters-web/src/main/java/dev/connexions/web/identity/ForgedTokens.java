package dev.connexions.web.identity;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what each address presented that the platform never signed. An expired token is not among it, and a good one
 * is never asked about: many people may share the address of one proxy.
 */
final class ForgedTokens {

    private static final int NETWORK_BYTES = 8;

    private final int limit;
    private final Duration window;
    private final Map<String, Count> counts;

    /**
     * @param limit how many an address may present in a window before it has to wait for the next one
     * @param capacity how many addresses are remembered; the one that began first is forgotten first
     */
    ForgedTokens(int limit, Duration window, int capacity) {
        this.limit = limit;
        this.window = window;
        this.counts = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                return size() > capacity;
            }
        };
    }

    /** @return how long the address has to wait, when this was one too many */
    synchronized Optional<Duration> add(InetAddress from, Instant now) {
        var address = network(from);
        var count = counts.get(address);
        if (count == null || !now.isBefore(count.end)) {
            counts.remove(address);
            count = new Count(now.plus(window));
            counts.put(address, count);
        }
        count.seen++;
        return count.seen > limit ? Optional.of(Duration.between(now, count.end)) : Optional.empty();
    }

    synchronized int size() {
        return counts.size();
    }

    /** Of IPv6 one subscriber has at least the last 64 bits to choose from. */
    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    private static final class Count {

        private final Instant end;
        private int seen;

        private Count(Instant end) {
            this.end = end;
        }
    }
}
