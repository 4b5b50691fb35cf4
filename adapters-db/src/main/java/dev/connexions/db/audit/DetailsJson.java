package dev.connexions.db.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Details.Difference;
import dev.connexions.domain.shared.Digest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The details of an entry as they are stored, and the digest of them that the entry holds. */
final class DetailsJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String FORMAT = "connexions-audit-details-1";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private DetailsJson() {}

    /** Over the members and not over their JSON, whose spelling PostgreSQL does not keep. */
    static Digest digest(byte[] salt, Details details) {
        var fields = new ArrayList<@Nullable String>();
        fields.add(FORMAT);
        fields.add(HexFormat.of().formatHex(salt));
        details.changes().forEach((member, difference) -> {
            fields.add(member);
            fields.add(difference.before());
            fields.add(difference.after());
        });
        return AuditEntry.sha256(fields.toArray(String[]::new));
    }

    static String write(Details details) {
        var root = JSON.createObjectNode();
        details.changes()
                .forEach((member, difference) ->
                        root.putObject(member).put(BEFORE, difference.before()).put(AFTER, difference.after()));
        return root.toString();
    }

    static Details read(String json) {
        try {
            var changes = new TreeMap<String, Difference>();
            JSON.readTree(json)
                    .properties()
                    .forEach(each -> changes.put(
                            each.getKey(),
                            new Difference(
                                    text(each.getValue().get(BEFORE)),
                                    text(each.getValue().get(AFTER)))));
            return new Details(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the details of an audit entry are no JSON", impossible);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
