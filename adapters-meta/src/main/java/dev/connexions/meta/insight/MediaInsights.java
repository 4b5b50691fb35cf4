package dev.connexions.meta.insight;

import dev.connexions.application.insight.InstagramInsights.Subject;
import dev.connexions.application.insight.Measurement;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.insight.Breakdown;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.insight.Metric;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.media.MediaId;
import dev.connexions.meta.catalogue.MediaMetric;
import dev.connexions.meta.catalogue.Metrics;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.GraphCall;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.GraphReply;
import dev.connexions.meta.shared.ManyCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of media: for each of them what goes together is one call, and fifty calls are one request. Where Meta refuses
 * metrics together each is asked for by itself.
 */
final class MediaInsights {

    /** A call, and what it is to be the answer to. */
    private record Question(
            Subject subject, List<Metric> metrics, @Nullable Breakdown breakdown) {

        GraphCall call(MetaAccess access) {
            var call = AccountCalls.get(access, subject.media().value(), "insights")
                    .with("metric", metrics.stream().map(Metric::name).collect(Collectors.joining(",")));
            return breakdown == null ? call : call.with("breakdown", breakdown.name());
        }

        List<Question> apart() {
            return metrics.stream()
                    .map(metric -> new Question(subject, List.of(metric), breakdown))
                    .toList();
        }
    }

    private record Together(
            @Nullable Breakdown breakdown, @Nullable Metric alone) {

        static Together of(MediaMetric metric) {
            return new Together(metric.breakdown(), metric.alone() ? metric.metric() : null);
        }
    }

    private final ManyCalls many;
    private final Metrics metrics;

    MediaInsights(GraphClient client, Metrics metrics, Duration limit) {
        this.many = new ManyCalls(client, limit);
        this.metrics = metrics;
    }

    Map<MediaId, Map<Metric, Measurement>> measure(MetaAccess access, Collection<Subject> media, Set<Metric> asked) {
        var measured = new LinkedHashMap<MediaId, Map<Metric, Measurement>>();
        var questions = new ArrayList<Question>();
        for (var subject : media) {
            var mine = new LinkedHashMap<Metric, Measurement>();
            asked.forEach(metric -> mine.put(metric, new Measurement.Missing(unasked(metric))));
            if (measured.putIfAbsent(subject.media(), mine) == null) {
                questions.addAll(questions(access, subject, asked));
            }
        }
        ask(access, questions, measured);
        return measured;
    }

    private Gap unasked(Metric metric) {
        return metrics.ofMedia(metric).isEmpty() ? Gap.UNKNOWN_METRIC : Gap.NOT_OFFERED;
    }

    private List<Question> questions(MetaAccess access, Subject subject, Set<Metric> asked) {
        var together = new LinkedHashMap<Together, List<Metric>>();
        for (var metric : asked) {
            metrics.ofMedia(metric)
                    .filter(known -> known.isOffered(access.product(), subject.surface()))
                    .ifPresent(known -> together.computeIfAbsent(Together.of(known), none -> new ArrayList<>())
                            .add(metric));
        }
        return together.entrySet().stream()
                .map(entry ->
                        new Question(subject, entry.getValue(), entry.getKey().breakdown()))
                .toList();
    }

    private void ask(MetaAccess access, List<Question> questions, Map<MediaId, Map<Metric, Measurement>> measured) {
        var replies = many.send(
                access,
                questions.stream().map(question -> question.call(access)).toList());
        var apart = new ArrayList<Question>();
        for (var i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            if (replies.get(i) instanceof GraphReply.Failed(var why)
                    && question.metrics().size() > 1
                    && Refusals.mayBeOneOfThem(why)) {
                apart.addAll(question.apart());
            } else {
                put(measured, question, read(question, replies.get(i)));
            }
        }
        if (!apart.isEmpty()) {
            ask(access, apart, measured);
        }
    }

    private static void put(
            Map<MediaId, Map<Metric, Measurement>> measured, Question question, Map<Metric, Measurement> some) {
        measured.computeIfPresent(question.subject().media(), (media, all) -> {
            all.putAll(some);
            return all;
        });
    }

    private static Map<Metric, Measurement> read(Question question, GraphReply reply) {
        return Answered.of(
                reply,
                body -> found(question, Entries.read(body, new Reading.Span.Lifetime())),
                why -> failed(question, why));
    }

    private static Map<Metric, Measurement> found(Question question, Entries entries) {
        var found = new LinkedHashMap<Metric, Measurement>();
        question.metrics().forEach(metric -> found.put(metric, found(metric, entries)));
        return found;
    }

    private static Measurement found(Metric metric, Entries entries) {
        if (entries.garbled().contains(metric)) {
            return new Measurement.Failed(new Outage(Outage.Kind.INVALID));
        }
        var readings = entries.readings().getOrDefault(metric, List.of());
        return readings.isEmpty() ? new Measurement.Missing(Gap.NO_DATA) : new Measurement.Measured(readings, null);
    }

    private static Map<Metric, Measurement> failed(Question question, MetaFailure why) {
        var failed = new LinkedHashMap<Metric, Measurement>();
        question.metrics()
                .forEach(metric -> failed.put(
                        metric, Refusals.ofMedia(why, question.subject().surface())));
        return failed;
    }
}
