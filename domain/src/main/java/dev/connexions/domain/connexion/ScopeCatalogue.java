package dev.connexions.domain.connexion;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which Meta permission opens which capability, by login product. The names of Instagram Login are those valid since
 * 27 January 2025 (Meta, "Instagram Platform changelog").
 */
public final class ScopeCatalogue {

    private static final Map<LoginProduct, String> PROFILE =
            Map.of(LoginProduct.INSTAGRAM, "instagram_business_basic", LoginProduct.FACEBOOK, "instagram_basic");

    /** What it takes to find the account at all: with Facebook Login it is found through its Page. */
    private static final Map<LoginProduct, Set<String>> NEEDED = Map.of(
            LoginProduct.INSTAGRAM,
            Set.of("instagram_business_basic"),
            LoginProduct.FACEBOOK,
            Set.of("instagram_basic", "pages_show_list", "pages_read_engagement"));

    /** Asked for only where somebody wants it: apps need Meta's leave, and few people's Pages need it. */
    private static final Map<LoginProduct, Set<String>> ON_DEMAND =
            Map.of(LoginProduct.INSTAGRAM, Set.of(), LoginProduct.FACEBOOK, Set.of("business_management"));

    private static final Map<LoginProduct, Map<Capability, String>> OPENS = new EnumMap<>(Map.of(
            LoginProduct.INSTAGRAM,
            Map.of(
                    Capability.PUBLISH, "instagram_business_content_publish",
                    Capability.INSIGHTS, "instagram_business_manage_insights",
                    Capability.COMMENTS, "instagram_business_manage_comments"),
            LoginProduct.FACEBOOK,
            Map.of(
                    Capability.PUBLISH, "instagram_content_publish",
                    Capability.INSIGHTS, "instagram_manage_insights",
                    Capability.COMMENTS, "instagram_manage_comments")));

    private ScopeCatalogue() {}

    /** Without it the account cannot even be identified. */
    public static String profile(LoginProduct product) {
        return lookUp(PROFILE, product);
    }

    public static String opens(LoginProduct product, Capability capability) {
        return lookUp(lookUp(OPENS, product), capability);
    }

    /** Without these nothing can be connected; every session asks for them. */
    public static Scopes needed(LoginProduct product) {
        return Scopes.of(lookUp(NEEDED, product));
    }

    /** What a session asks for unless told otherwise. */
    public static Scopes all(LoginProduct product) {
        var names = new TreeSet<>(lookUp(OPENS, product).values());
        names.addAll(lookUp(NEEDED, product));
        return new Scopes(names);
    }

    /** Everything that a session may ask for. */
    public static Scopes known(LoginProduct product) {
        var names = new TreeSet<>(all(product).names());
        names.addAll(lookUp(ON_DEMAND, product));
        return new Scopes(names);
    }

    private static <K, V> V lookUp(Map<K, V> map, K key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the scope catalogue has no entry for " + key);
        }
        return value;
    }
}
