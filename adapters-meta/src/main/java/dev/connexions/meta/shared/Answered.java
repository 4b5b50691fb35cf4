package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Ambiguous;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.shared.MetaFailure.Rejected;
import dev.connexions.meta.catalogue.ErrorClasses;
import java.util.function.Function;

/** From a reply to what a port answers. */
public final class Answered {

    private Answered() {}

    /** @param read throws {@link GarbledAnswerException} for what cannot be trusted, which becomes a failure like others */
    public static <T> T of(GraphReply reply, Function<JsonNode, T> read, Function<MetaFailure, T> failed) {
        return of(reply, read, failed, false);
    }

    /** As {@link #of}, of a call that may have had its effect although its answer is garbled. */
    public static <T> T ofChange(GraphReply reply, Function<JsonNode, T> read, Function<MetaFailure, T> failed) {
        return of(reply, read, failed, true);
    }

    private static <T> T of(
            GraphReply reply, Function<JsonNode, T> read, Function<MetaFailure, T> failed, boolean changes) {
        return switch (reply) {
            case GraphReply.Failed(var why) -> failed.apply(why);
            case GraphReply.Answered(var body) -> {
                try {
                    yield read.apply(body);
                } catch (GarbledAnswerException garbled) {
                    var invalid = new Outage(Outage.Kind.INVALID);
                    yield failed.apply(changes ? new Ambiguous(invalid) : invalid);
                }
            }
        };
    }

    /** For calls that answer nothing but that they were carried out. */
    public static <T> T ofCommand(GraphReply reply, T done, Function<MetaFailure, T> failed) {
        return ofChange(reply, body -> succeeded(body, done), failed);
    }

    /** As {@link #ofCommand}, where twice is as good as once. */
    public static <T> T ofRemoval(GraphReply reply, T done, Function<MetaFailure, T> failed) {
        return of(reply, body -> succeeded(body, done), failed);
    }

    private static <T> T succeeded(JsonNode body, T done) {
        if (!Members.succeeded(body)) {
            throw new GarbledAnswerException("success is not true");
        }
        return done;
    }

    /** It is gone, somebody else's, or not shown to this token; Meta says the same of all three. */
    public static boolean isObjectMissing(MetaFailure why) {
        return why instanceof Rejected(var reason, var evidence) && reason.equals(ErrorClasses.OBJECT_MISSING);
    }
}
