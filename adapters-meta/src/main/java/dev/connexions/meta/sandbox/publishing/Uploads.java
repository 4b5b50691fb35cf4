package dev.connexions.meta.sandbox.publishing;

import dev.connexions.meta.sandbox.files.Download;
import dev.connexions.meta.sandbox.http.Body;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What pieces of a film add up to. */
public final class Uploads {

    private Uploads() {}

    /**
     * @param offset where the piece begins
     * @param size how long the whole is to be
     */
    public static Upload add(Upload soFar, long offset, long size, byte[] piece) {
        if (size < 1 || (soFar.isBegun() && size != soFar.expected())) {
            throw Refusal.invalid("file_size is missing or not what it was").thrown();
        }
        if (offset != soFar.received()) {
            throw Refusal.invalid("offset must be " + soFar.received()).forNow().thrown();
        }
        if (offset + piece.length > size) {
            throw Refusal.invalid("there is more than file_size").thrown();
        }
        var kept = Base64.getDecoder().decode(soFar.head());
        var room = Math.min(piece.length, Upload.HEAD - kept.length);
        var head = Arrays.copyOf(kept, kept.length + room);
        System.arraycopy(piece, 0, head, kept.length, room);
        return new Upload(size, offset + piece.length, Base64.getEncoder().encodeToString(head));
    }

    /** The whole at once, from where it lies. */
    public static Upload whole(Download.Fetched fetched) {
        var all = fetched.head().bytes();
        var head = Arrays.copyOf(all, Math.min(all.length, Upload.HEAD));
        return new Upload(fetched.size(), fetched.size(), Base64.getEncoder().encodeToString(head));
    }

    /** The subcode of what is wrong with it, once it is complete. */
    static @Nullable Integer judge(Kind kind, Upload upload) {
        return upload.isComplete()
                ? Inspection.film(
                        new Download.Fetched(new Body(Base64.getDecoder().decode(upload.head())), upload.received()),
                        kind)
                : null;
    }
}
