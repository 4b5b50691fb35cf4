package dev.connexions.meta.sandbox.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post being prepared.
 *
 * @param asked the parameters it was made with
 * @param readyAt when it is decided; absent while an upload is not complete
 * @param failure the subcode of what is wrong with it
 * @param ailment how Meta mistreats it, if it does
 * @param upload of those whose film is sent to us
 * @param published what became of it
 */
public record Container(
        String id,
        String account,
        Kind kind,
        Map<String, String> asked,
        List<String> children,
        Instant createdAt,
        @Nullable Instant readyAt,
        @Nullable Integer failure,
        @Nullable Ailment ailment,
        @Nullable Upload upload,
        @Nullable String published,
        @Nullable Instant publishedAt) {

    static final Duration LIFE = Duration.ofHours(24);

    public Container {
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
        children = List.copyOf(children);
    }

    /** Seen in the wild; the catalogue of scenarios says where. */
    public enum Ailment {
        /** Never gets anywhere. */
        STUCK,
        /** Fails, and its status does not say why. */
        UNEXPLAINED,
        /** Fails, and only the sentence says so: there is no status code. */
        UNCODED
    }

    @Nullable
    String asked(String name) {
        return asked.get(name);
    }

    boolean flag(String name, boolean otherwise) {
        var value = asked.get(name);
        return value == null ? otherwise : value.equals("true") || value.equals("1");
    }

    public boolean isExpired(Instant now) {
        return published == null && !now.isBefore(createdAt.plus(LIFE));
    }

    public Container failing(int subcode, @Nullable Ailment how) {
        return with(readyAt, subcode, how, upload);
    }

    public Container stuck() {
        return with(readyAt, failure, Ailment.STUCK, upload);
    }

    Container with(
            @Nullable Instant nextReadyAt,
            @Nullable Integer nextFailure,
            @Nullable Ailment nextAilment,
            @Nullable Upload nextUpload) {
        return new Container(
                id,
                account,
                kind,
                asked,
                children,
                createdAt,
                nextReadyAt,
                nextFailure,
                nextAilment,
                nextUpload,
                published,
                publishedAt);
    }

    Container publishedAs(String post, Instant at) {
        return new Container(
                id, account, kind, asked, children, createdAt, readyAt, failure, ailment, upload, post, at);
    }
}
