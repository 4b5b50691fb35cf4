package dev.connexions.web.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.connexions.domain.shared.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457, as it goes over the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        @Nullable List<Fault> errors,
        @Nullable String reason) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Answer answer(Refusal refusal, String instance, RequestId request, Language language) {
        var type = refusal.type();
        var problem = new Problem(
                type.uri(),
                language.say(type.title()),
                type.status(),
                language.say(refusal.detail()),
                instance,
                request.value(),
                refusal.faults().isEmpty()
                        ? null
                        : refusal.faults().stream()
                                .map(fault -> fault.in(language))
                                .toList(),
                refusal.reason());
        return refusal.applyHeaders(Answer.of(type.status(), MEDIA_TYPE, Json.bytes(problem)))
                .neverStored()
                .with("Content-Language", language.tag());
    }
}
