package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightsTest {

    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

    private final ContentSandbox meta = new ContentSandbox();

    InsightsTest() {
        meta.meta.setClock(NOON);
    }

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void countsTheDaysOfCaliforniaAndNotTheLastTwo() {
        var reach = account("metric=reach&period=day&since=2026-10-30&until=2026-11-10")
                .path("data")
                .path(0);
        assertThat(reach.path("values"))
                .extracting(value -> value.path("end_time").asText())
                .containsExactly(
                        "2026-10-30T07:00:00+0000",
                        "2026-10-31T07:00:00+0000",
                        "2026-11-01T07:00:00+0000",
                        "2026-11-02T08:00:00+0000",
                        "2026-11-03T08:00:00+0000",
                        "2026-11-04T08:00:00+0000",
                        "2026-11-05T08:00:00+0000",
                        "2026-11-06T08:00:00+0000",
                        "2026-11-07T08:00:00+0000",
                        "2026-11-08T08:00:00+0000");
        assertThat(reach.path("id").asText()).isEqualTo(meta.account.id() + "/insights/reach/day");
        assertThat(reach.path("title").asText()).isEqualTo("Accounts reached");
        meta.control("/settings", "{\"insightsLag\":\"PT0S\"}");
        assertThat(account("metric=reach&period=day&since=2026-10-30&until=2026-11-10")
                        .at("/data/0/values"))
                .hasSize(11);
    }

    @Test
    void answersTheSameAgainAndDifferentlyForAnother() {
        var query = "metric=reach&period=day&since=2026-10-30&until=2026-11-05";
        var first = account(query).path("data");
        meta.meta.advance(Duration.ofDays(3));
        assertThat(account(query).path("data")).isEqualTo(first);
    }

    @Test
    void hasNothingRatherThanZero() {
        var answer = account("metric=reach&period=day");
        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.path("paging").path("previous").asText())
                .contains("since=")
                .contains("until=");
    }

    @Test
    void dividesTotals() {
        var query = "metric=views&period=day&metric_type=total_value&since=2026-10-20&until=2026-11-05";
        var whole = account(query).path("data").path(0);
        assertThat(whole.has("values")).isFalse();
        assertThat(whole.path("total_value")).hasSize(1);
        var divided = account(query + "&breakdown=media_product_type").at("/data/0/total_value");
        assertThat(divided.path("value")).isEqualTo(whole.at("/total_value/value"));
        var parts = divided.path("breakdowns").path(0);
        assertThat(parts.at("/dimension_keys/0").asText()).isEqualTo("media_product_type");
        assertThat(StreamSupport.stream(parts.path("results").spliterator(), false)
                        .mapToLong(part -> part.path("value").asLong())
                        .sum())
                .isEqualTo(divided.path("value").asLong());
        assertThat(parts.path("results").toString()).contains("\"REEL\"");
        meta.control("/settings", "{\"reelsInBreakdowns\":\"reels\"}");
        assertThat(account(query + "&breakdown=media_product_type").toString()).contains("\"REELS\"");
    }

    @Test
    void dividesByTwoThingsAtOnce() {
        var parts = account("metric=reach&metric_type=total_value&since=2026-10-20&until=2026-11-05"
                        + "&breakdown=media_product_type,follow_type")
                .at("/data/0/total_value/breakdowns/0");
        assertThat(parts.path("dimension_keys")).hasSize(2);
        assertThat(parts.at("/results/0/dimension_values")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric=shoes|100/0",
                "metric=|100/0",
                "period=day|100/0",
                "metric=impressions&period=day|100/0",
                "metric=email_contacts&period=day|100/0",
                "metric=audience_city&period=lifetime|100/0",
                "metric=reach,shoes&period=day|100/0",
                "metric=views&period=day|100/0",
                "metric=views&period=week&metric_type=total_value|100/0",
                "metric=follower_count&metric_type=total_value|100/0",
                "metric=reach&period=day&breakdown=follow_type|100/0",
                "metric=likes&metric_type=total_value&breakdown=city|1/0",
                "metric=reach,likes&metric_type=total_value&breakdown=follow_type|1/0",
                "metric=reach&since=1790000000&until=1792592001|100/0",
                "metric=reach&since=2026-11-05&until=2026-11-01|100/0",
                "metric=reach&since=soon|100/0",
                "metric=follower_demographics&metric_type=total_value&breakdown=city&timeframe=last_90_days|100/0"
            })
    void refusesWhatDoesNotGoTogether(String query, String error) {
        assertThat(meta.get(meta.account.id() + "/insights?" + query).error()).isEqualTo(error);
    }

    @Test
    void allowsThirtyDaysToTheSecond() {
        assertThat(meta.get(meta.account.id() + "/insights?metric=reach&since=1790000000&until=1792592000")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void retiresAMetric() {
        assertThat(meta.get(meta.account.id() + "/insights?metric=reach").status())
                .isEqualTo(200);
        assertThat(meta.control("/metrics/reach/retire", "").path("retired").asBoolean())
                .isTrue();
        assertThat(meta.get(meta.account.id() + "/insights?metric=reach").error())
                .isEqualTo("100/0");
        meta.control("/metrics/reach/restore", "");
        assertThat(meta.get(meta.account.id() + "/insights?metric=reach").status())
                .isEqualTo(200);
        assertThat(meta.meta.control("POST", "/metrics/shoes/retire", "").status())
                .isEqualTo(404);
        assertThat(meta.meta.control("POST", "/metrics/reach/burn", "").status())
                .isEqualTo(404);
        assertThat(meta.items("/metrics")).anySatisfy(metric -> {
            assertThat(metric.path("name").asText()).isEqualTo("link_clicks");
            assertThat(metric.path("logins").toString()).isEqualTo("[\"facebook\"]");
        });
    }

    @Test
    void knowsWhatMetasPagesNoLongerNameUnlessTold() {
        var path = meta.account.id() + "/insights?metric=profile_views&metric_type=total_value";
        assertThat(meta.get(path).status()).isEqualTo(200);
        meta.control("/settings", "{\"undocumentedMetrics\":false}");
        assertThat(meta.get(path).error()).isEqualTo("100/0");
    }

    @Test
    void followsTheTimeline() {
        meta.meta.setClock(Instant.parse("2025-02-01T00:00:00Z"));
        assertThat(account("metric=impressions&period=day&since=2025-01-20&until=2025-01-25")
                        .at("/data/0/values"))
                .isNotEmpty();
        assertThat(meta.get(meta.account.id() + "/insights?metric=reposts&metric_type=total_value")
                        .error())
                .isEqualTo("100/0");
    }

    @Test
    void hasNoValueForFollowsWithoutABreakdown() {
        var query = "metric=follows_and_unfollows&metric_type=total_value&since=2026-10-20&until=2026-11-05";
        var entry = account(query).path("data").path(0);
        assertThat(entry.path("name").asText()).isEqualTo("follows_and_unfollows");
        assertThat(entry.has("total_value")).isFalse();
        assertThat(account(query + "&breakdown=follow_type")
                        .at("/data/0/total_value/value")
                        .asInt())
                .isPositive();
        meta.control("/settings", "{\"followsWithoutBreakdownRefused\":true}");
        assertThat(meta.get(meta.account.id() + "/insights?" + query).error()).isEqualTo("100/0");
    }

    @Test
    void tellsWhoFollowsFromAHundredOn() {
        var query = "/insights?metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=country"
                + "&timeframe=this_month";
        var parts = meta.get(meta.account.id() + query).json().at("/data/0/total_value/breakdowns/0");
        assertThat(parts.path("dimension_keys").toString()).isEqualTo("[\"timeframe\",\"country\"]");
        assertThat(parts.at("/results/0/dimension_values/0").asText()).isEqualTo("THIS_MONTH");
        var small = meta.meta.account("{\"username\":\"small.one\",\"followers\":99}", "small.one");
        var token = meta.meta.longToken(small);
        assertThat(meta.meta
                        .get(ContentSandbox.GRAPH + small.id() + query, token)
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void tellsWhenFollowersAreOnline() {
        var value = account("metric=online_followers&period=lifetime&since=2026-10-30&until=2026-11-05")
                .at("/data/0/values/0/value");
        assertThat(value).hasSize(24);
        assertThat(value.path("23").asInt()).isPositive();
    }

    @Test
    void tellsOfAPostWhatItsKindHas() {
        var feed = post("{\"likes\":50,\"at\":\"2026-11-01T12:00:00Z\",\"comments\":[{\"text\":\"a\"}]}");
        var figures = media(feed, "metric=likes,comments,reach,saved,profile_activity")
                .path("data");
        assertThat(figures)
                .hasSize(5)
                .allSatisfy(figure -> assertThat(figure.path("period").asText()).isEqualTo("lifetime"));
        assertThat(figures.at("/0/values/0/value").asInt()).isEqualTo(50);
        assertThat(figures.at("/1/values/0/value").asInt()).isEqualTo(1);
        var divided =
                media(feed, "metric=profile_activity&breakdown=action_type").at("/data/0");
        assertThat(divided.has("values") && divided.has("total_value")).isTrue();
        var reel = post("{\"product\":\"REELS\"}");
        assertThat(media(reel, "metric=ig_reels_avg_watch_time,reels_skip_rate,views")
                        .path("data"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|metric=navigation|100/0",
                "{}|metric=ig_reels_avg_watch_time|100/0",
                "{}|metric=plays|100/0",
                "{}|metric=impressions|100/0",
                "{}|metric=link_clicks|100/0",
                "{}|metric=total_likes|100/0",
                "{}|metric=likes,navigation|100/0",
                "{}|metric=likes&breakdown=action_type|1/0",
                "{\"product\":\"REELS\"}|metric=crossposted_views|100/0",
                "{\"product\":\"STORY\"}|metric=likes|100/0",
                "{\"product\":\"STORY\",\"viewers\":4}|metric=reach|10/0",
                "{\"beforeConversion\":true}|metric=reach|100/2108006"
            })
    void refusesWhatAPostDoesNotHave(String post, String query, String error) {
        assertThat(meta.get(post(post) + "/insights?" + query).error()).isEqualTo(error);
    }

    @Test
    void hasWhatIsRareWhereItBelongs() {
        assertThat(media(post("{\"product\":\"REELS\",\"crossposted\":true}"), "metric=crossposted_views")
                        .path("data"))
                .hasSize(1);
        assertThat(media(post("{\"at\":\"2024-07-01T12:00:00Z\",\"likes\":3}"), "metric=reach")
                        .path("data"))
                .isEmpty();
        meta.meta.setClock(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(media(post("{\"at\":\"2024-07-01T12:00:00Z\"}"), "metric=impressions")
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void tellsOfAStoryForADay() {
        var story = post("{\"product\":\"STORY\",\"viewers\":40}");
        var navigation = media(story, "metric=navigation,replies,reach").path("data");
        assertThat(navigation).hasSize(3);
        assertThat(media(story, "metric=navigation&breakdown=story_navigation_action_type")
                        .toString())
                .contains("TAP_FORWARD");
        meta.control("/settings", "{\"navigationLowerCase\":true}");
        assertThat(media(story, "metric=navigation&breakdown=story_navigation_action_type")
                        .toString())
                .contains("tap_forward");
        meta.meta.advance(Duration.ofHours(24));
        assertThat(media(story, "metric=reach").path("data")).isEmpty();
    }

    @Test
    void tellsNothingOfAPictureInAnAlbum() {
        var album = post("{\"type\":\"CAROUSEL_ALBUM\"}");
        var child = meta.get(album + "?fields=children")
                .json()
                .at("/children/data/0/id")
                .asText();
        assertThat(meta.get(child + "/insights?metric=reach").error()).isEqualTo("100/0");
    }

    private String post(String json) {
        return meta.control("/accounts/" + meta.account.id() + "/media", json)
                .path("id")
                .asText();
    }

    private JsonNode account(String query) {
        return meta.get(meta.account.id() + "/insights?" + query).json();
    }

    private JsonNode media(String id, String query) {
        return meta.get(id + "/insights?" + query).json();
    }
}
