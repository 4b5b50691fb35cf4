package dev.connexions.meta.publication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.publication.InstagramPublishing.Allowance;
import dev.connexions.application.publication.InstagramPublishing.Inspection;
import dev.connexions.application.publication.InstagramPublishing.Preparation;
import dev.connexions.application.publication.InstagramPublishing.Progress;
import dev.connexions.application.publication.InstagramPublishing.Release;
import dev.connexions.application.publication.InstagramPublishing.Transfer;
import dev.connexions.application.publication.VideoFile;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.publication.Collaborators;
import dev.connexions.domain.publication.ContainerId;
import dev.connexions.domain.publication.ContainerStatus;
import dev.connexions.domain.publication.Content;
import dev.connexions.domain.publication.MediaUrl;
import dev.connexions.domain.publication.PublishingLimit;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.testing.RawAccount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Meta's answers become, nothing is called live that may not be, and nothing failed that may be live. */
class GraphPublishingTroubleTest {

    private static final ContainerId CONTAINER = new ContainerId("17900000000000101");
    private static final String PUBLISH = RawAccount.NODE + "/media_publish";
    private static final String MEDIA = RawAccount.NODE + "/media";
    private static final String LIMIT = RawAccount.NODE + "/content_publishing_limit";
    private static final String STATUS = "/v26.0/" + CONTAINER.value();
    private static final String UPLOAD = "/ig-api-upload/v26.0/" + CONTAINER.value();
    private static final Content PICTURE = new Content.Image(
            new MediaUrl("https://cdn.example/x.jpg"), null, null, List.of(), Collaborators.NONE, null);

    private final RawAccount meta = new RawAccount();
    private final GraphPublishing publishing =
            new GraphPublishing(meta.client(), () -> RawAccount.NOW, RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void publishesAndSendsNoTokenInTheAddress() {
        meta.on(PUBLISH, "{\"id\":\"17950000000000201\"}");
        assertThat(publish()).isEqualTo(new Release.Published(new MediaId("17950000000000201")));
        var asked = meta.onlyAsked();
        assertThat(asked.line()).startsWith("POST " + PUBLISH + " ");
        assertThat(asked.get("creation_id")).isEqualTo(CONTAINER.value());
        assertThat(asked.head()).contains("Authorization: Bearer IGAAcanaryToken");
    }

    @Test
    void takesAnIdThatIsNoText() {
        meta.on(PUBLISH, "{\"id\":17950000000000201}");
        assertThat(publish()).isEqualTo(new Release.Published(new MediaId("17950000000000201")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 {}",
                "200 []",
                "200 <html>",
                "200 {\"id\":null}",
                "200 {\"id\":\"\"}",
                "200 {\"id\":\"../me\"}",
                "200 {\"id\":\"1\",\"id\":\"2\"}",
                "200 {\"id\":\"179500000",
                "500 {}",
                "502 <html>",
                "500 {\"error\":{\"code\":2}}",
                "400 {\"error\":{\"code\":1}}",
                "400 {\"error\":{\"code\":-1,\"error_subcode\":2207001}}",
                "403 {\"error\":{\"code\":4,\"error_subcode\":2207051}}"
            })
    void doubtsWhatIsNoClearAnswer(String answer) {
        meta.inTurn(PUBLISH, answer);
        assertThat(publish())
                .isInstanceOfSatisfying(
                        Release.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
        assertThat(meta.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"9007, 2207027", "9, 2207042", "24, 2207008", "24, 2207006", "-2, 2207020"})
    void knowsWhatDidNotHappen(int code, int subcode) {
        meta.on(PUBLISH, 400, RawAccount.error(code, subcode));
        var expected = switch (code) {
            case 9007 -> new Release.NotReady();
            case 9 -> new Release.LimitReached();
            default -> new Release.ContainerGone();
        };
        assertThat(publish()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "190, 460, TokenInvalid",
        "190, 459, Checkpoint",
        "25, 2207050, Checkpoint",
        "10, 0, PermissionMissing",
        "80002, 0, ThrottledUntil",
        "100, 2207089, Rejected"
    })
    void passesOnEveryOtherRefusal(int code, int subcode, String kind) {
        meta.on(PUBLISH, 400, subcode == 0 ? RawAccount.error(code) : RawAccount.error(code, subcode));
        assertThat(publish())
                .isInstanceOfSatisfying(
                        Release.Failed.class,
                        failed -> assertThat(failed.why().getClass().getSimpleName())
                                .isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"id":"1","status_code":"IN_PROGRESS","status":"In progress: x"}                      | InProgress | -
        {"id":"1","status_code":"FINISHED"}                                                   | Finished   | -
        {"id":"1","status_code":"PUBLISHED","status":"Published: x"}                          | Published  | -
        {"id":"1","status_code":"EXPIRED"}                                                    | Expired    | -
        {"id":"1","status_code":"ERROR"}                                                      | Failed     | -
        {"id":"1","status_code":"ERROR","status":"Error: it failed with error code 2207026."} | Failed     | 2207026
        {"id":"1","status_code":"ERROR","status":"Fehler 12207026"}                           | Failed     | -
        {"id":"1","status":"Error: Media upload has failed with error code 2207053"}          | Failed     | 2207053
        {"id":"1","status_code":"","status":"Error: x"}                                       | Failed     | -
        {"id":"1","status":"In progress: x"}                                                  | Unstated   | -
        {"id":"1","status_code":"DREAMING"}                                                   | Unstated   | -
        {"id":"1"}                                                                            | Unstated   | -
        """)
    void readsWhatBecameOfAContainer(String body, String status, Integer subcode) {
        meta.on(STATUS, body);
        assertThat(inspect(RawAccount.INSTAGRAM)).isInstanceOfSatisfying(Inspection.Seen.class, seen -> {
            assertThat(seen.status().getClass().getSimpleName()).isEqualTo(status);
            if (seen.status() instanceof ContainerStatus.Failed(var why, var reason, var passing)) {
                assertThat(why).isEqualTo(subcode);
            }
        });
        assertThat(meta.onlyAsked().get("fields")).isEqualTo("id,status_code,status");
    }

    @ParameterizedTest
    @CsvSource({"2207026, video_format, false", "2207053, upload_failed, true", "2207099, unclassified, false"})
    void knowsWhatIsWorthAnotherTry(int subcode, String reason, boolean passing) {
        meta.on(STATUS, "{\"id\":\"1\",\"status_code\":\"ERROR\",\"status\":\"" + subcode + "\"}");
        assertThat(inspect(RawAccount.INSTAGRAM))
                .isEqualTo(new Inspection.Seen(new ContainerStatus.Failed(subcode, reason, passing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"x\"}", "{\"id\":\"1\",\"status_code\":5}", "<html>"})
    void trustsNoStatusThatIsNone(String body) {
        meta.on(STATUS, body);
        assertThat(inspect(RawAccount.INSTAGRAM)).isEqualTo(new Inspection.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void looksAgainAsThePersonWhereThePageSeesNothing() {
        meta.inTurn(STATUS, "400 " + RawAccount.error(100, 33), "200 {\"id\":\"1\",\"status_code\":\"PUBLISHED\"}");
        var access = MetaAccess.facebook(
                RawAccount.FACEBOOK.account(), RawAccount.PAGE, new AccessToken("EAApage"), new AccessToken("EAAme"));
        assertThat(inspect(access)).isEqualTo(new Inspection.Seen(new ContainerStatus.Published()));
        assertThat(meta.asked()).hasSize(2);
    }

    @Test
    void saysThatItSeesNothing() {
        meta.on(STATUS, 400, RawAccount.error(100, 33));
        assertThat(inspect(RawAccount.FACEBOOK)).isEqualTo(new Inspection.NotSeen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"data":[{"quota_usage":3,"config":{"quota_total":50,"quota_duration":86400}}]} | 3  | 50 | 86400
        {"quota_usage":0,"config":{"quota_total":100,"quota_duration":86400}}           | 0  | 100 | 86400
        {"data":[{"quota_usage":3}]}                                                    | 3  | -  | -
        {"data":[{"quota_usage":26,"config":{"quota_total":25}}]}                       | 26 | 25 | -
        """)
    void readsTheLimit(String body, int used, Integer total, Long seconds) {
        meta.on(LIMIT, body);
        var window = seconds == null ? null : Duration.ofSeconds(seconds);
        assertThat(publishing.allowance(RawAccount.INSTAGRAM))
                .isEqualTo(new Allowance.Known(new PublishingLimit(used, total, window, RawAccount.NOW)));
        assertThat(meta.onlyAsked().get("fields")).isEqualTo("quota_usage,config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":[]}",
                "{\"data\":[{\"config\":{\"quota_total\":50}}]}",
                "{\"data\":[{\"quota_usage\":-1}]}",
                "{\"data\":[{\"quota_usage\":\"3\"}]}",
                "{\"data\":[{\"quota_usage\":3000000000}]}",
                "{\"data\":[{\"quota_usage\":1,\"config\":{\"quota_total\":1.5}}]}",
                "{\"data\":[{\"quota_usage\":1,\"config\":{\"quota_duration\":0}}]}"
            })
    void inventsNoLimit(String body) {
        meta.on(LIMIT, body);
        assertThat(publishing.allowance(RawAccount.INSTAGRAM))
                .isEqualTo(new Allowance.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void doubtsAPreparationWithoutAnId() {
        meta.on(MEDIA, "{\"uri\":\"https://rupload.example/x\"}");
        assertThat(publishing.prepare(RawAccount.INSTAGRAM, PICTURE))
                .isEqualTo(new Preparation.Failed(new MetaFailure.Ambiguous(new Outage(Outage.Kind.INVALID))));
    }

    @Test
    void passesOnWhyAPictureIsRefused() {
        meta.on(MEDIA, 400, RawAccount.error(36003, 2207009));
        assertThat(publishing.prepare(RawAccount.INSTAGRAM, PICTURE))
                .isEqualTo(new Preparation.Failed(
                        new MetaFailure.Rejected("aspect_ratio", new MetaFailure.Evidence(36003, 2207009))));
    }

    @Test
    void goesOnWithAnUploadWhereItStopped() {
        meta.on(UPLOAD, "{\"success\":true,\"message\":\"Upload successful.\"}");
        var bytes = "0123456789".getBytes(US_ASCII);
        var file = new VideoFile(10, 4, from -> new ByteArrayInputStream(bytes, (int) from, 10));
        assertThat(publishing.upload(RawAccount.FACEBOOK, CONTAINER, file)).isEqualTo(new Transfer.Received());
        assertThat(meta.onlyAsked().head())
                .containsIgnoringCase("offset: 4")
                .containsIgnoringCase("file_size: 10")
                .contains("Authorization: OAuth EAApageToken")
                .endsWith("456789");
    }

    @Test
    void sendsNothingOfAFileThatCannotBeOpened() {
        var file = new VideoFile(10, 0, from -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> publishing.upload(RawAccount.FACEBOOK, CONTAINER, file))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(meta.asked()).isEmpty();
    }

    @Test
    void doubtsAnUploadWhoseFileBreaksOff() {
        meta.on(UPLOAD, "{\"success\":true}");
        var file = new VideoFile(10, 0, from -> InputStream.nullInputStream());
        assertThat(publishing.upload(RawAccount.FACEBOOK, CONTAINER, file))
                .isInstanceOfSatisfying(
                        Transfer.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Ambiguous.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"id":"1","video_status":{"uploading_phase":{"status":"in_progress","bytes_transferred":4096}}} | 4096
        {"id":"1","video_status":{"uploading_phase":{"bytes_transfered":7}}}                            | 7
        {"id":"1","video_status":{"uploading_phase":{"status":"complete"}}}                             | -
        {"id":"1"}                                                                                      | -
        """)
    void readsHowFarAnUploadGot(String body, Long bytes) {
        meta.on(STATUS, body);
        assertThat(publishing.progress(RawAccount.FACEBOOK, CONTAINER))
                .isEqualTo(bytes == null ? new Progress.Unstated() : new Progress.Known(bytes));
    }

    private Release publish() {
        return publishing.publish(RawAccount.INSTAGRAM, CONTAINER);
    }

    private Inspection inspect(MetaAccess access) {
        return publishing.inspect(access, CONTAINER);
    }
}
