package dev.connexions.meta.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void servesAPictureThatAnybodyCanRead() throws IOException, InterruptedException {
        var made = meta.control(
                "/files", "{\"name\":\"a/b.jpg\",\"image\":{\"width\":640,\"height\":480},\"size\":200000}");
        assertThat(made.path("url").asText()).isEqualTo("https://media.sandbox.example/a/b.jpg");
        var reply = download(made.path("here").asText());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(reply.body()).hasSize(200_000);
        var picture = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(480);
    }

    @Test
    void servesOtherNamesAndBytesAsTheyAre() throws IOException, InterruptedException {
        var made = meta.control("/files", "{\"host\":\"cdn.client.test\",\"name\":\"x\",\"base64\":\"aGVsbG8=\"}");
        assertThat(made.path("url").asText()).isEqualTo("https://cdn.client.test/x");
        assertThat(new String(download(made.path("here").asText()).body(), US_ASCII))
                .isEqualTo("hello");
        assertThat(meta.meta.control("DELETE", "/files/cdn.client.test/x", "").status())
                .isEqualTo(204);
        assertThat(download(made.path("here").asText()).statusCode()).isEqualTo(404);
        assertThat(meta.meta.control("GET", "/files/cdn.client.test/x", "").status())
                .isEqualTo(404);
    }

    @Test
    void answersAsBadlyAsTold() throws IOException, InterruptedException {
        var made = meta.control("/files", "{\"name\":\"x\",\"image\":{},\"status\":503}");
        assertThat(download(made.path("here").asText()).statusCode()).isEqualTo(503);
        assertThat(meta.meta
                        .control("GET", "/files/media.sandbox.example/x", "")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"image\":{}}|name",
                "{\"name\":\"/x\",\"image\":{}}|name",
                "{\"name\":\"x y\",\"image\":{}}|name",
                "{\"name\":\"x\"}|image",
                "{\"name\":\"x\",\"image\":{},\"video\":{}}|image",
                "{\"name\":\"x\",\"image\":{\"width\":0}}|image.width",
                "{\"name\":\"x\",\"image\":{\"format\":\"webp\"}}|image.format",
                "{\"name\":\"x\",\"video\":{\"codec\":\"h\"}}|video.codec",
                "{\"name\":\"x\",\"video\":{\"frames\":1}}|video.frames",
                "{\"name\":\"x\",\"base64\":\"*\"}|base64",
                "{\"name\":\"x\",\"image\":{},\"host\":\"graph.facebook.com\"}|host",
                "{\"name\":\"x\",\"image\":{},\"size\":-1}|size",
                "{\"name\":\"x\",\"image\":{},\"status\":99}|status"
            })
    void namesTheMemberThatIsWrong(String body, String field) {
        var reply = meta.meta.control("POST", "/files", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    private static HttpResponse<byte[]> download(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
