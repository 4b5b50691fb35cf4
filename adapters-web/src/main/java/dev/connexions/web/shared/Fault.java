package dev.connexions.web.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a request, and where: in the body (a JSON pointer), or in a query parameter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fault(
        @JsonIgnore ProblemType type,
        @Nullable String pointer,
        @Nullable String parameter,
        String detail) {

    Fault in(Language language) {
        return new Fault(type, pointer, parameter, language.say(detail));
    }

    boolean isOfForm() {
        return type.status() == 400;
    }
}
