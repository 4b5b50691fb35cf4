package dev.connexions.meta.shared;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.meta.catalogue.ErrorClass;
import dev.connexions.meta.limits.Asked;
import dev.connexions.meta.limits.Breakers;
import dev.connexions.meta.limits.Headers;
import dev.connexions.meta.limits.Limiter;
import dev.connexions.meta.limits.Verdict;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The line to Meta: what may go out goes out, and what comes back teaches the limiter and the breakers. Logs each call by
 * method, host and path; never its query, its body or its headers, which carry secrets.
 */
final class Line implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());

    private final GraphHttp http;
    private final InstantSource clock;
    private final Limiter limiter = new Limiter();
    private final Breakers breakers;
    private final ServedVersions versions;

    Line(GraphHttp http, String graphVersion, InstantSource clock) {
        this.http = http;
        this.clock = clock;
        breakers = new Breakers(clock);
        versions = new ServedVersions(graphVersion);
    }

    /** Makes something of the bytes of an answer. */
    @FunctionalInterface
    interface Interpreter {

        Reading read(int status, byte[] body);
    }

    /** @param until when a throttle ends, if that is known */
    record Heard(Reading reading, @Nullable Instant until) {

        static Heard nothing(Outage.Kind kind) {
            return new Heard(new Reading.Broken(kind, false), null);
        }

        GraphReply reply(boolean hasEffect) {
            return reading.reply(hasEffect, until);
        }
    }

    Asked asked(GraphCall call) {
        return new Asked(call.product(), call.about(), clock.instant());
    }

    Heard ask(Asked asked, HttpRequest request, Deadline deadline, Interpreter interpreter) {
        if (deadline.remaining().isZero()) {
            return Heard.nothing(Outage.Kind.TIMEOUT);
        }
        var until = limiter.refusal(asked);
        if (until != null) {
            return new Heard(new Reading.Held(), until);
        }
        var host = request.uri().getAuthority();
        if (!breakers.admits(host)) {
            return Heard.nothing(Outage.Kind.SUSPENDED);
        }
        var started = System.nanoTime();
        var outage = true;
        try {
            var heard = hear(asked, http.send(request, deadline), interpreter);
            outage = heard.reading().isOutage();
            log(request, heard, started);
            return heard;
        } finally {
            breakers.note(host, Duration.ofNanos(System.nanoTime() - started), outage);
        }
    }

    /** For a call that went out within another. */
    @Nullable
    Instant heard(Asked asked, Reading reading) {
        return limiter.note(asked, verdict(reading), Headers.NONE, clock.instant());
    }

    GraphHealth health() {
        return new GraphHealth(limiter, breakers, versions, clock);
    }

    private Heard hear(Asked asked, GraphHttp.Outcome outcome, Interpreter interpreter) {
        return switch (outcome) {
            case GraphHttp.Outcome.Answer(var answer) -> {
                var reading = interpreter.read(answer.statusCode(), answer.body());
                Headers headers = name -> answer.headers().firstValue(name);
                versions.note(asked.product(), headers);
                yield new Heard(reading, limiter.note(asked, verdict(reading), headers, clock.instant()));
            }
            case GraphHttp.Outcome.Nothing nothing -> {
                LOG.log(System.Logger.Level.DEBUG, nothing.why());
                yield new Heard(nothing.reading(), null);
            }
        };
    }

    private static Verdict verdict(Reading reading) {
        return switch (reading) {
            case Reading.Good good -> Verdict.PASSED;
            case Reading.Held held -> Verdict.SILENT;
            case Reading.Broken broken -> Verdict.SILENT;
            case Reading.Refused(var evidence, var is, var fault) ->
                is.kind() != ErrorClass.Kind.THROTTLED
                        ? Verdict.PASSED
                        : is.appWide() ? Verdict.APP_THROTTLED : Verdict.SUBJECT_THROTTLED;
        };
    }

    private static void log(HttpRequest request, Heard heard, long started) {
        var call =
                request.method() + " " + request.uri().getHost() + request.uri().getPath();
        var millis = Long.toString((System.nanoTime() - started) / 1_000_000);
        switch (heard.reply(false)) {
            case GraphReply.Answered answered ->
                LOG.log(System.Logger.Level.DEBUG, "{0} answered in {1} ms", call, millis);
            case GraphReply.Failed(var why) ->
                LOG.log(
                        // what Meta rejects is as often the person's doing as anybody's fault
                        why instanceof MetaFailure.Rejected ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                        "{0} failed after {1} ms: {2}",
                        call,
                        millis,
                        why.summary());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
