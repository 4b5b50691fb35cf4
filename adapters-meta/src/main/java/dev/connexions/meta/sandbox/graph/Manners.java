package dev.connexions.meta.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What every answer of a Graph host has about it, whatever it says (dossier 10). */
final class Manners {

    private Manners() {}

    static Answer dress(Call call, Answer answer, String version) {
        var dressed = answer.with("facebook-api-version", version);
        if (!dressed.headers().containsKey("x-fb-trace-id")) {
            dressed = dressed.with("x-fb-trace-id", TraceIds.next());
        }
        if (call.isGet() && answer.status() == 200) {
            return tagged(call, dressed);
        }
        return call.params().flag("suppress_http_code") && answer.status() >= 400 ? dressed.withStatus(200) : dressed;
    }

    private static Answer tagged(Call call, Answer answer) {
        var tag = "\"" + hash(answer.body()) + "\"";
        var tagged = answer.with("ETag", tag);
        return call.header("if-none-match").filter(tag::equals).isPresent()
                ? tagged.withStatus(304).withBody("")
                : tagged;
    }

    private static String hash(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
