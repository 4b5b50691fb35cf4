package dev.connexions.meta.publication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.meta.catalogue.ErrorClass;
import dev.connexions.meta.catalogue.ErrorClasses;
import dev.connexions.meta.shared.Answers;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a container's {@code status_code} says, and why it failed. The why stands nowhere but inside a sentence,
 * {@code status}: it is the one text of Meta's that is looked into, for a subcode by its digits, and for its first word where
 * Meta leaves {@code status_code} out, as it has been seen to do for what failed. The rest of it is translated.
 */
final class ContainerStatuses {

    static final String FIELDS = "id,status_code,status";

    private static final Pattern SUBCODE = Pattern.compile("\\b22070\\d\\d\\b");
    private static final String FAILED_WITHOUT_CODE = "Error:";
    private static final String UNCLASSIFIED = "unclassified";

    private final ErrorClasses classes = ErrorClasses.load();

    ContainerStatus read(JsonNode body) {
        Answers.id(body, "id");
        var code = Answers.textIfAny(body, "status_code");
        var sentence = Objects.requireNonNullElse(Answers.textIfAny(body, "status"), "");
        return switch (Objects.requireNonNullElse(code, "")) {
            case "" -> sentence.startsWith(FAILED_WITHOUT_CODE) ? failed(sentence) : new ContainerStatus.Unstated();
            case "IN_PROGRESS" -> new ContainerStatus.InProgress();
            case "FINISHED" -> new ContainerStatus.Finished();
            case "PUBLISHED" -> new ContainerStatus.Published();
            case "EXPIRED" -> new ContainerStatus.Expired();
            case "ERROR" -> failed(sentence);
            default -> new ContainerStatus.Unstated();
        };
    }

    private ContainerStatus failed(String sentence) {
        var found = SUBCODE.matcher(sentence);
        if (!found.find()) {
            return new ContainerStatus.Failed(null, UNCLASSIFIED, false);
        }
        var subcode = Integer.parseInt(found.group());
        return classes.ofSubcode(subcode)
                .map(is -> new ContainerStatus.Failed(subcode, is.reason(), is.kind() == ErrorClass.Kind.TRANSIENT))
                .orElseGet(() -> new ContainerStatus.Failed(subcode, UNCLASSIFIED, false));
    }
}
