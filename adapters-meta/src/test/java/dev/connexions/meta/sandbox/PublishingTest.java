package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {

    private final ContentSandbox meta = new ContentSandbox();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void preparesAnImageWhichTakesItsTimeAndPublishesIt() {
        var container =
                meta.container(Map.of("image_url", meta.picture(), "caption", "Du pain", "alt_text", "Un pain"));
        var status = meta.status(container);
        assertThat(status.path("status").asText()).startsWith("In progress:");
        assertThat(status.path("status_code").asText()).isEqualTo("IN_PROGRESS");
        assertThat(status.at("/copyright_check_status/status").asText()).isEqualTo("not_started");
        assertThat(meta.publish(container).error()).isEqualTo("9007/2207027");
        meta.meta.advance(Duration.ofSeconds(1));
        assertThat(meta.status(container).path("status").asText()).startsWith("Finished:");

        var published = meta.publish(container);

        assertThat(published.status()).isEqualTo(200);
        var id = published.json().path("id").asText();
        assertThat(id).isNotEqualTo(container).matches("1795[0-9]{13}");
        assertThat(meta.code(container)).isEqualTo("PUBLISHED");
        assertThat(meta.posts()).singleElement().satisfies(post -> {
            assertThat(post.path("id").asText()).isEqualTo(id);
            assertThat(post.path("container").asText()).isEqualTo(container);
            assertThat(post.path("caption").asText()).isEqualTo("Du pain");
        });
        var media = meta.get(id + "?fields=caption,alt_text,media_type,media_product_type,permalink,timestamp,username")
                .json();
        assertThat(media.path("media_type").asText()).isEqualTo("IMAGE");
        assertThat(media.path("media_product_type").asText()).isEqualTo("FEED");
        assertThat(media.path("alt_text").asText()).isEqualTo("Un pain");
        assertThat(media.path("permalink").asText()).startsWith("https://www.instagram.com/p/");
        assertThat(media.path("timestamp").asText()).matches("[0-9T:-]{19}\\+0000");
        assertThat(media.path("username").asText()).isEqualTo(meta.account.username());
    }

    @Test
    void neverMakesTwoPostsOfOneContainer() {
        var container = meta.readyImage();
        var id = meta.publish(container).json().path("id").asText();
        assertThat(meta.publish(container).error()).isEqualTo("9007/2207027");
        meta.control("/settings", "{\"secondPublishRepeats\":true}");
        assertThat(meta.publish(container).json().path("id").asText()).isEqualTo(id);
        assertThat(meta.posts()).hasSize(1);
    }

    @Test
    void readsAReelBackAsAVideo() {
        var id = meta.published(Map.of("media_type", "REELS", "video_url", meta.film(), "share_to_feed", "false"));
        var media = meta.get(id + "?fields=media_type,media_product_type,permalink,thumbnail_url,is_shared_to_feed")
                .json();
        assertThat(media.path("media_type").asText()).isEqualTo("VIDEO");
        assertThat(media.path("media_product_type").asText()).isEqualTo("REELS");
        assertThat(media.path("permalink").asText()).contains("/reel/");
        assertThat(media.path("thumbnail_url").asText()).endsWith(".jpg");
        assertThat(media.path("is_shared_to_feed").asBoolean(true)).isFalse();
    }

    @Test
    void tellsHowFarAFilmIs() {
        var container = meta.container(Map.of("media_type", "REELS", "video_url", meta.film()));
        assertThat(meta.status(container)
                        .path("video_status")
                        .path("processing_phase")
                        .path("status")
                        .asText())
                .isEqualTo("in_progress");
        meta.meta.advance(Duration.ofSeconds(5));
        assertThat(meta.status(container)
                        .path("video_status")
                        .path("processing_phase")
                        .path("status")
                        .asText())
                .isEqualTo("complete");
    }

    @Test
    void showsStoriesForADayAndApartFromPosts() {
        var id = meta.published(Map.of("media_type", "STORIES", "image_url", meta.picture()));
        assertThat(meta.get(meta.account.id() + "/stories")
                        .json()
                        .path("data")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(meta.get(meta.account.id() + "/media").json().path("data")).isEmpty();
        meta.meta.advance(Duration.ofHours(24));
        assertThat(meta.get(meta.account.id() + "/stories").json().path("data")).isEmpty();
        assertThat(meta.posts())
                .singleElement()
                .satisfies(
                        post -> assertThat(post.path("shown").asBoolean(true)).isFalse());
    }

    @Test
    void forgetsNothingAboutAContainerThatExpired() {
        var container = meta.readyImage();
        meta.meta.advance(Duration.ofHours(24));
        assertThat(meta.code(container)).isEqualTo("EXPIRED");
        assertThat(meta.publish(container).error()).isEqualTo("24/2207008");
        meta.control("/settings", "{\"expiredSubcode\":2207020}");
        assertThat(meta.publish(container).error()).isEqualTo("-2/2207020");
        assertThat(meta.posts()).isEmpty();
    }

    @Test
    void countsAgainstALimitThatRolls() {
        meta.control("/settings", "{\"quotaTotal\":2}");
        var path = meta.account.id() + "/content_publishing_limit";
        assertThat(meta.publish(meta.readyImage()).status()).isEqualTo(200);
        meta.meta.advance(Duration.ofHours(12));
        assertThat(meta.publish(meta.readyImage()).status()).isEqualTo(200);
        assertThat(meta.publish(meta.readyImage()).error()).isEqualTo("9/2207042");
        var limit = meta.get(path + "?fields=quota_usage,config")
                .json()
                .path("data")
                .path(0);
        assertThat(limit.path("quota_usage").asInt()).isEqualTo(2);
        assertThat(limit.path("config").path("quota_total").asInt()).isEqualTo(2);
        assertThat(limit.path("config").path("quota_duration").asInt()).isEqualTo(86_400);
        meta.meta.advance(Duration.ofHours(12));
        assertThat(meta.get(path).json().at("/data/0").toString()).isEqualTo("{\"quota_usage\":1}");
        assertThat(meta.publish(meta.readyImage()).status()).isEqualTo(200);
        assertThat(meta.posts()).hasSize(3);
    }

    @Test
    void countsSinceAMomentOfTheLastDay() {
        meta.publish(meta.readyImage());
        meta.meta.advance(Duration.ofHours(2));
        var now = meta.meta.sandbox().clock().instant().getEpochSecond();
        var path = meta.account.id() + "/content_publishing_limit?since=";
        assertThat(meta.get(path + (now - 3600))
                        .json()
                        .at("/data/0/quota_usage")
                        .asInt(-1))
                .isZero();
        assertThat(meta.get(path + (now - 3 * 3600))
                        .json()
                        .at("/data/0/quota_usage")
                        .asInt())
                .isEqualTo(1);
        assertThat(meta.get(path + (now - 25 * 3600)).error()).isEqualTo("100/0");
        assertThat(meta.get(path + "yesterday").error()).isEqualTo("100/0");
        assertThat(meta.get(meta.account.id() + "/content_publishing_limit?fields=rest")
                        .error())
                .isEqualTo("100/0");
    }

    @Test
    void leavesStoriesOutOfTheLimitWhenTold() {
        meta.control("/settings", "{\"storiesCount\":false,\"quotaTotal\":0}");
        assertThat(meta.published(Map.of("media_type", "STORIES", "image_url", meta.picture())))
                .isNotEmpty();
        assertThat(meta.publish(meta.readyImage()).error()).isEqualTo("9/2207042");
    }

    @Test
    void makesNoMoreContainersThanADayAllows() {
        meta.control("/settings", "{\"containerLimit\":1,\"containerLimitCode\":4}");
        meta.readyImage();
        assertThat(meta.prepare(Map.of("image_url", meta.picture())).error()).isEqualTo("4/0");
        meta.meta.advance(Duration.ofHours(24));
        assertThat(meta.prepare(Map.of("image_url", meta.picture())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'x','image':{'width':500,'height':1000}}|36003/2207009",
                "{'name':'x','image':{'width':2000,'height':1000}}|36003/2207009",
                "{'name':'x','image':{'format':'png'}}|36001/2207005",
                "{'name':'x','image':{},'size':8388609}|36000/2207004",
                "{'name':'x','image':{},'delayMs':6000}|-2/2207003",
                "{'name':'x','image':{},'status':404}|9004/2207052",
                "{'name':'x','base64':'aGVsbG8='}|9004/2207052",
                "{'name':'x','video':{}}|9004/2207052"
            })
    void looksAtThePictureAtOnce(String file, String error) {
        var url = meta.file(file.replace('\'', '"'));
        assertThat(meta.prepare(Map.of("image_url", url)).error()).isEqualTo(error);
        assertThat(meta.items("/accounts/" + meta.account.id() + "/containers")).isEmpty();
    }

    @Test
    void orTellsOfABadPictureInTheStatus() {
        meta.control("/settings", "{\"imageErrorsAtOnce\":false}");
        var container =
                meta.container(Map.of("image_url", meta.file("{\"name\":\"x\",\"image\":{\"format\":\"gif\"}}")));
        meta.meta.advance(Duration.ofSeconds(1));
        assertThat(meta.code(container)).isEqualTo("ERROR");
        assertThat(meta.status(container).path("status").asText()).contains("2207005");
        assertThat(meta.publish(container).error()).isEqualTo("9007/2207027");
        meta.control("/settings", "{\"statusIsSubcode\":true}");
        assertThat(meta.status(container).path("status").asText()).isEqualTo("2207005");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REELS|{'name':'x','video':{'durationMs':2999}}|2207026",
                "REELS|{'name':'x','video':{'durationMs':900001}}|2207026",
                "STORIES|{'name':'x','video':{'durationMs':60001}}|2207026",
                "STORIES|{'name':'x','video':{},'size':104857601}|2207026",
                "REELS|{'name':'x','video':{'width':1921,'height':1080}}|2207026",
                "REELS|{'name':'x','video':{'codec':'vp09'}}|2207026",
                "REELS|{'name':'x','video':{'indexLast':true}}|2207026",
                "REELS|{'name':'x','image':{}}|2207026",
                "REELS|{'name':'x','video':{},'status':500}|2207077",
                "REELS|{'name':'x','video':{},'delayMs':9000}|2207077"
            })
    void tellsOfABadFilmInTheStatus(String type, String file, String subcode) {
        var container = meta.container(Map.of("media_type", type, "video_url", meta.file(file.replace('\'', '"'))));
        assertThat(meta.code(container)).isEqualTo("IN_PROGRESS");
        meta.meta.advance(Duration.ofSeconds(5));
        assertThat(meta.code(container)).isEqualTo("ERROR");
        assertThat(meta.status(container).path("status").asText())
                .startsWith("Error:")
                .contains(subcode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "media_type=IMAGES|100/2207023",
                "image_url=|100/0",
                "image_url=https://elsewhere.example/a.jpg|9004/2207052",
                "image_url=ftp://media.sandbox.example/cake.jpg|9004/2207052",
                "image_url=https://media.sandbox.example/gâteau.jpg|9004/2207052",
                "image_url=not a url|9004/2207052",
                "image_url=http://127.0.0.1:1/cake.jpg|9004/2207052",
                "alt_text=$1001|100/0",
                "caption=$2201|36004/2207010",
                "caption=#31|36004/2207010",
                "caption=@21|100/2207040",
                "location_id=paris|100/0",
                "share_to_feed=true|100/0",
                "is_carousel_item=perhaps|100/0",
                "user_tags=[{'username':'a'}]|100/0",
                "user_tags=[{'username':'a','x':1.5,'y':0}]|100/0",
                "user_tags=nobody|100/0",
                "collaborators=a,b,c,d|100/0",
                "product_tags=[{'product_id':'1','x':0.1,'y':0.1}]|100/0",
                "upload_type=resumable|100/0",
                "branded_content_sponsor_ids=1|100/0",
                "poll_attachment={'options':['a','b']}|100/0",
                "children=1,2&media_type=CAROUSEL|100/0",
                "media_type=VIDEO|100/0",
                "media_type=REELS|100/0"
            })
    void refusesWhatDoesNotFit(String more, String error) {
        var parameters = new HashMap<>(Map.of("image_url", meta.picture()));
        for (var pair : more.replace('\'', '"').split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], spelledOut(parts[1]));
        }
        assertThat(meta.prepare(parameters).error()).isEqualTo(error);
    }

    /** {@code $3} is three letters, {@code #3} and {@code @3} three tags. */
    private static String spelledOut(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '$' -> "é".repeat(Integer.parseInt(text.substring(1)));
            case '#' -> "#pain ".repeat(Integer.parseInt(text.substring(1)));
            case '@' -> "@quelqu.un ".repeat(Integer.parseInt(text.substring(1)));
            default -> text;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thumb_offset|15000|1/2207057",
                "thumb_offset|-1|1/2207057",
                "thumb_offset|soon|100/0",
                "cover_url|https://media.sandbox.example/none.jpg|9004/2207052",
                "alt_text|Un four|100/0",
                "user_tags|[{\"username\":\"a\",\"x\":0.1,\"y\":0.1}]|100/0",
                "trial_params|{\"graduation_strategy\":\"LUCK\"}|100/0",
                "trial_params|{|100/0",
                "audio_configuration|{\"audio_id\":\"1\"}|100/0"
            })
    void refusesWhatDoesNotFitAReel(String name, String value, String error) {
        var parameters = Map.of("media_type", "REELS", "video_url", meta.film(), name, value);
        assertThat(meta.prepare(parameters).error()).isEqualTo(error);
    }

    @Test
    void tellsAPersonInTheLanguageOfTheCall() {
        var form = Map.of("creation_id", meta.container(Map.of("image_url", meta.picture())));
        var publish = meta.account.id() + "/media_publish";
        var english = meta.post(publish, form).json().path("error");
        assertThat(english.path("error_user_title").asText()).isEqualTo("Media not ready");
        var french = new HashMap<>(form);
        french.put("locale", "fr_FR");
        var error = meta.post(publish, french).json().path("error");
        assertThat(error.path("error_user_msg").asText()).startsWith("Le média n’est pas prêt");
        assertThat(error.path("message")).isEqualTo(english.path("message"));
    }

    @Test
    void letsOnlySomeAccountsTryReels() {
        var parameters = Map.of(
                "media_type",
                "REELS",
                "video_url",
                meta.film(),
                "trial_params",
                "{\"graduation_strategy\":\"MANUAL\"}");
        assertThat(meta.prepare(parameters).status()).isEqualTo(200);
        meta.control("/settings", "{\"trialReelsCode\":100}");
        assertThat(meta.prepare(parameters).error()).isEqualTo("100/2207081");
    }

    @Test
    void findsWhatBelongsToOthersIfTold() {
        meta.control("/settings", "{\"copyrightMatches\":true}");
        var container = meta.container(Map.of("media_type", "REELS", "video_url", meta.film()));
        assertThat(meta.status(container)
                        .at("/copyright_check_status/matches_found")
                        .asBoolean())
                .isFalse();
        meta.meta.advance(Duration.ofSeconds(10));
        var check = meta.status(container).path("copyright_check_status");
        assertThat(check.path("status").asText()).isEqualTo("completed");
        assertThat(check.path("matches_found").asBoolean()).isTrue();
        assertThat(meta.status(meta.readyImage())
                        .at("/copyright_check_status/matches_found")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void takesEverythingThatAnImageCanHave() {
        var container = meta.container(Map.of(
                "image_url",
                meta.picture(),
                "caption",
                "é".repeat(2200),
                "alt_text",
                "à".repeat(1000),
                "location_id",
                "7640348500",
                "user_tags",
                "[{\"username\":\"a\",\"x\":0,\"y\":1}]",
                "collaborators",
                "[\"a\",\"b\",\"c\"]",
                "is_ai_generated",
                "true"));
        assertThat(meta.items("/accounts/" + meta.account.id() + "/containers"))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.path("id").asText()).isEqualTo(container);
                    assertThat(shown.path("kind").asText()).isEqualTo("IMAGE");
                    assertThat(shown.path("parameters").path("location_id").asText())
                            .isEqualTo("7640348500");
                    assertThat(shown.path("parameters").has("access_token")).isFalse();
                });
    }

    @Test
    void overlooksOrRefusesACaptionOnAStory() {
        var parameters = Map.of("media_type", "STORIES", "image_url", meta.picture(), "caption", "Bonjour");
        var id = meta.published(parameters);
        assertThat(meta.get(id + "?fields=caption").json().has("caption")).isFalse();
        meta.control("/settings", "{\"misplacedCaptionRefused\":true}");
        assertThat(meta.prepare(parameters).error()).isEqualTo("100/0");
    }

    @Test
    void preparesAFilmAloneAndNeverPublishesIt() {
        var container = meta.container(Map.of("media_type", "VIDEO", "video_url", meta.film()));
        meta.meta.advance(Duration.ofSeconds(10));
        assertThat(meta.code(container)).isEqualTo("FINISHED");
        assertThat(meta.publish(container).error()).isEqualTo("100/2207089");
    }

    @Test
    void fetchesFromThisMachineOverHttp() {
        meta.picture();
        var here = meta.items("/files").getFirst().path("here").asText();
        assertThat(here).startsWith(meta.meta.sandbox().url().toString());
        assertThat(meta.prepare(Map.of("image_url", here)).status()).isEqualTo(200);
        meta.file("{\"name\":\"slow.jpg\",\"image\":{},\"delayMs\":400}");
        meta.control("/settings", "{\"downloadTimeout\":\"PT0.1S\"}");
        assertThat(meta.prepare(Map.of("image_url", here.replace("cake", "slow")))
                        .error())
                .isEqualTo("-2/2207003");
    }

    @Test
    void publishesNobodyElsesContainer() {
        var container = meta.readyImage();
        var other = meta.meta.account("BUSINESS");
        var stranger = meta.meta.longToken(other);
        var reply = meta.meta.postForm(
                ContentSandbox.GRAPH + other.id() + "/media_publish",
                Map.of("creation_id", container, "access_token", stranger));
        assertThat(reply.error()).isEqualTo("24/2207006");
        assertThat(meta.meta.get(ContentSandbox.GRAPH + container, stranger).error())
                .isEqualTo("100/33");
        assertThat(meta.publish("17900000000000000").error()).isEqualTo("24/2207008");
        assertThat(meta.post(meta.account.id() + "/media_publish", Map.of()).error())
                .isEqualTo("100/0");
        assertThat(meta.posts()).isEmpty();
    }
}
