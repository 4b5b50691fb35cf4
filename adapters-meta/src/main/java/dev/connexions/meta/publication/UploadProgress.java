package dev.connexions.meta.publication;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.publication.InstagramPublishing.Progress;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Members;

/** Meta's specification spells the number of bytes {@code bytes_transferred} in one place and with one r in another. */
final class UploadProgress {

    static final String FIELDS = "id,video_status";

    private UploadProgress() {}

    static Progress read(JsonNode body) {
        Answers.id(body, "id");
        var phase = body.path("video_status").path("uploading_phase");
        var bytes = Members.countIfAny(phase, "bytes_transferred");
        var misspelt = bytes == null ? Members.countIfAny(phase, "bytes_transfered") : bytes;
        return misspelt == null ? new Progress.Unstated() : new Progress.Known(misspelt);
    }
}
