package dev.connexions.domain.connexion;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which Meta permission opens which capability, by login product. The names of Instagram Login are those valid since
 * 27 January 2025 (Meta, "Instagram Platform changelog").
 */
public final class ScopeCatalogue {

    private static final Map<LoginProduct, String> PROFILE =
            Map.of(LoginProduct.INSTAGRAM, "instagram_business_basic", LoginProduct.FACEBOOK, "instagram_basic");

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

    /** Everything a session may ask for, which is also what it asks for unless told otherwise. */
    public static Scopes all(LoginProduct product) {
        var names = new TreeSet<>(lookUp(OPENS, product).values());
        names.add(profile(product));
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
