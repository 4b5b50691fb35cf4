package dev.connexions.meta.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductScopesTest {

    private static final String GOOD = """
        {"version": "2026-10-05", "sources": [], "products": [
          {"product": "instagram", "profile": "i_basic", "capabilities": [
            {"capability": "publish", "scope": "i_publish"},
            {"capability": "insights", "scope": "i_insights"},
            {"capability": "comments", "scope": "i_comments"}]},
          {"product": "facebook", "profile": "f_basic", "capabilities": [
            {"capability": "publish", "scope": "f_publish"},
            {"capability": "insights", "scope": "f_insights"},
            {"capability": "comments", "scope": "f_comments"}]}]}\
        """;

    /** The rules of the domain and the data of the adapter speak of the same permissions. */
    @ParameterizedTest
    @EnumSource(LoginProduct.class)
    void agreesWithTheDomain(LoginProduct product) {
        var scopes = of(product);
        assertThat(scopes.profile()).isEqualTo(ScopeCatalogue.profile(product));
        for (var capability : Capability.values()) {
            assertThat(scopes.opens(capability)).isEqualTo(ScopeCatalogue.opens(product, capability));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instagram_business_basic",
                "instagram_manage_insights",
                "pages_show_list",
                "pages_read_engagement",
                "business_management"
            })
    void refusesPermissionsThatTheDomainDoesNotKnow(String scope) throws IOException {
        var file = shipped();
        assertThat(ProductScopes.held(catalogue(file))).hasSize(2);
        var other = catalogue(file.replace(scope, scope + "_2"));
        assertThatThrownBy(() -> ProductScopes.held(other))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("that the domain knows");
    }

    @Test
    void asksForWhatItTakesToGetThere() {
        var wanted = Scopes.of(Set.of("instagram_basic"));
        assertThat(of(LoginProduct.FACEBOOK).with(wanted).names())
                .containsExactly("instagram_basic", "pages_read_engagement", "pages_show_list");
        assertThat(of(LoginProduct.INSTAGRAM).with(wanted)).isEqualTo(wanted);
    }

    @Test
    void knowsWhatOpensPortfoliosAndWorksOnPages() {
        var management = Scopes.of(Set.of("business_management"));
        assertThat(of(LoginProduct.FACEBOOK).openPortfolios(management)).isTrue();
        assertThat(of(LoginProduct.FACEBOOK).openPortfolios(Scopes.NONE)).isFalse();
        assertThat(of(LoginProduct.INSTAGRAM).openPortfolios(management)).isFalse();
        assertThat(of(LoginProduct.FACEBOOK).tasks()).containsExactlyInAnyOrder("MANAGE", "CREATE_CONTENT");
        assertThat(of(LoginProduct.FACEBOOK).discovery().names()).containsExactly("pages_show_list");
        assertThat(of(LoginProduct.INSTAGRAM).tasks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "i_comments"              | "i_insights"
        "i_comments"              | "i_basic"
        "i_comments"              | "I comments"
        "i_comments"              | 7
        "comments"                | "publish"
        "comments"                | "messages"
        "profile": "i_basic"      | "profile": ""
        "profile": "i_basic"      | "profile": "i_basic", "more": 1
        "profile": "i_basic"      | "profile": "i_basic", "discovery": "pages"
        "profile": "i_basic"      | "profile": "i_basic", "discovery": ["a b"]
        "profile": "i_basic"      | "profile": "i_basic", "companions": ["a_b", "a_b"]
        "profile": "i_basic"      | "profile": "i_basic", "portfolios": "a b"
        "product": "instagram"    | "product": "facebook"
        "product": "instagram"    | "product": "threads"
        , "scope": "i_comments"}  | }
        "capabilities": [         | "capabilities": [7,
        """)
    void refusesAFileThatIsNotInOrder(String found, String instead) {
        var spoiled = GOOD.replaceFirst(Pattern.quote(found), instead);
        assertThat(spoiled).isNotEqualTo(GOOD);
        assertThat(read(GOOD)).hasSize(2);
        assertThatThrownBy(() -> read(spoiled)).isInstanceOf(CatalogueException.class);
    }

    private static Map<LoginProduct, ProductScopes> read(String file) {
        return ProductScopes.read(catalogue(file));
    }

    private static CatalogueFile catalogue(String file) {
        return CatalogueFile.of("scopes.json", file.getBytes(UTF_8));
    }

    private static String shipped() throws IOException {
        try (var file = ProductScopes.class.getResourceAsStream("scopes.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    private static ProductScopes of(LoginProduct product) {
        return ProductScopes.load(product);
    }
}
