package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client has to trust before it believes the sandbox's HTTPS. */
final class CertificateControl implements Resource {

    private final @Nullable String certificate;

    /** @param certificate of the sandbox's authority, as PEM; absent without HTTPS */
    CertificateControl(@Nullable String certificate) {
        this.certificate = certificate;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET");
        if (certificate == null) {
            throw ControlRefusalException.notFound("this sandbox speaks no HTTPS");
        }
        return Answer.text(200, certificate);
    }
}
