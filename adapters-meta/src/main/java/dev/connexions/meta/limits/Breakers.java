package dev.connexions.meta.limits;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A circuit breaker for each host: when half of a minute's calls meet an outage, nobody waits for the next one. Refusals
 * are answers and open nothing.
 */
public final class Breakers {

    private static final int WINDOW_SECONDS = 60;
    private static final int ENOUGH_CALLS = 20;
    private static final float TOO_MANY_PERCENT = 50;
    private static final int PROBES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final double LONGER = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    public Breakers(InstantSource clock) {
        config = CircuitBreakerConfig.custom()
                .clock(clock.withZone(ZoneOffset.UTC))
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(WINDOW_SECONDS)
                .minimumNumberOfCalls(ENOUGH_CALLS)
                .failureRateThreshold(TOO_MANY_PERCENT)
                .slowCallRateThreshold(100)
                .slowCallDurationThreshold(Duration.ofHours(1))
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, LONGER, LONGEST_PAUSE))
                .recordResult(outage -> Boolean.TRUE.equals(outage))
                .build();
    }

    /** Whether a call may go; each that goes must be {@link #note noted}. */
    public boolean admits(String host) {
        return breaker(host).tryAcquirePermission();
    }

    public void note(String host, Duration took, boolean outage) {
        breaker(host).onResult(took.toNanos(), TimeUnit.NANOSECONDS, outage);
    }

    /** By host: {@code closed}, {@code open} or {@code half_open}. */
    public Map<String, String> states() {
        var states = new TreeMap<String, String>();
        breakers.forEach(
                (host, breaker) -> states.put(host, breaker.getState().name().toLowerCase(Locale.ROOT)));
        return states;
    }

    private CircuitBreaker breaker(String host) {
        return breakers.computeIfAbsent(host, name -> CircuitBreaker.of(name, config));
    }
}
