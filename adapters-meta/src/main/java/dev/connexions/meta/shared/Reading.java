package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.meta.catalogue.ErrorClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer of Meta's is, before anybody thinks of what was asked. */
sealed interface Reading {

    record Good(JsonNode body) implements Reading {

        @Override
        public String toString() {
            return "Good[***]";
        }
    }

    /** @param fault whether the status says that Meta itself is at fault */
    record Refused(Evidence evidence, ErrorClass is, boolean fault) implements Reading {}

    /** @param maybeDone whether the call may have been carried out */
    record Broken(Outage.Kind kind, boolean maybeDone) implements Reading {}

    /** Nothing was sent: it would have been too much. */
    record Held() implements Reading {}

    /** Meta's trouble, as against what the call itself is to blame for. */
    default boolean isOutage() {
        return switch (this) {
            case Good good -> false;
            case Held held -> false;
            case Broken broken -> true;
            case Refused(var evidence, var is, var fault) ->
                fault || (is.kind() == ErrorClass.Kind.TRANSIENT && is.effectPossible());
        };
    }

    /** @param until when a throttle ends, if that is known */
    default GraphReply reply(boolean hasEffect, @Nullable Instant until) {
        return switch (this) {
            case Good(var body) -> new GraphReply.Answered(body);
            case Held held -> failed(new MetaFailure.ThrottledUntil(until, null), false);
            case Broken(var kind, var maybeDone) -> failed(new Outage(kind), hasEffect && maybeDone);
            case Refused(var evidence, var is, var fault) ->
                failed(failure(evidence, is, until), hasEffect && (fault || is.effectPossible()));
        };
    }

    private static GraphReply failed(MetaFailure why, boolean ambiguous) {
        return new GraphReply.Failed(ambiguous ? new MetaFailure.Ambiguous(why) : why);
    }

    private static MetaFailure failure(Evidence evidence, ErrorClass is, @Nullable Instant until) {
        return switch (is.kind()) {
            case TOKEN -> new MetaFailure.TokenInvalid(is.reason(), evidence);
            case PERMISSION -> new MetaFailure.PermissionMissing(is.reason(), evidence);
            case CHECKPOINT -> new MetaFailure.Checkpoint(is.reason(), evidence);
            case THROTTLED -> new MetaFailure.ThrottledUntil(until, evidence);
            case TRANSIENT -> new MetaFailure.Transient(is.reason(), evidence);
            case REJECTED -> new MetaFailure.Rejected(is.reason(), evidence);
        };
    }
}
