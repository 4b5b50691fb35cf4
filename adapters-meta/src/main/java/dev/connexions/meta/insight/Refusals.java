package dev.connexions.meta.insight;

import dev.connexions.application.insight.Measurement;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.PermissionMissing;
import dev.connexions.application.shared.MetaFailure.Rejected;
import dev.connexions.application.shared.MetaFailure.Transient;
import dev.connexions.domain.insight.Gap;
import dev.connexions.domain.media.MediaSurface;
import java.util.Optional;
import java.util.Set;

/** What a refusal says of the metrics that were asked for together. */
final class Refusals {

    /** Meta's code for "an unknown error", with which it answers metrics that do not go together. */
    private static final int UNKNOWN = 1;

    private static final String BEFORE_CONVERSION = "media_predates_professional_account";
    private static final Set<String> ABOUT_THE_METRIC = Set.of("parameter_invalid", "request_invalid", "unclassified");

    private Refusals() {}

    /** Whether the others might be had without one of them. */
    static boolean mayBeOneOfThem(MetaFailure why) {
        return isAboutTheMetric(why)
                || (why instanceof Transient(var reason, var evidence) && evidence.code() == UNKNOWN);
    }

    /** What a refusal of one metric comes to. */
    static Measurement ofAccount(MetaFailure why) {
        return isAboutTheMetric(why) ? new Measurement.Missing(Gap.REFUSED) : new Measurement.Failed(why);
    }

    static Measurement ofMedia(MetaFailure why, MediaSurface surface) {
        return gap(why, surface)
                .<Measurement>map(Measurement.Missing::new)
                .orElseGet(() -> new Measurement.Failed(why));
    }

    private static Optional<Gap> gap(MetaFailure why, MediaSurface surface) {
        if (isAboutTheMetric(why)) {
            return Optional.of(Gap.REFUSED);
        }
        if (why instanceof Rejected(var reason, var evidence) && reason.equals(BEFORE_CONVERSION)) {
            return Optional.of(Gap.BEFORE_CONVERSION);
        }
        return surface == MediaSurface.STORY && why instanceof PermissionMissing
                ? Optional.of(Gap.WITHHELD)
                : Optional.empty();
    }

    private static boolean isAboutTheMetric(MetaFailure why) {
        return why instanceof Rejected(var reason, var evidence) && ABOUT_THE_METRIC.contains(reason);
    }
}
