package dev.connexions.meta.shared;

import dev.connexions.domain.connexion.LoginProduct;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Meta is and who we are to it.
 *
 * @param redirectUri our callback, to the byte as the app's dashboard knows it
 * @param instagram absent while Instagram Login is not configured
 * @param facebook absent while Facebook Login for Business is not configured
 */
public record MetaSettings(
        String graphVersion,
        URI redirectUri,
        @Nullable InstagramApp instagram,
        @Nullable FacebookApp facebook) {

    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,2}\\.[0-9]");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * The app as Instagram Login knows it; its id and secret are not those of Facebook Login.
     *
     * @param dialogUrl where {@code /oauth/authorize} is, for the person's browser
     * @param tokenUrl where {@code /oauth/access_token} is
     * @param graphUrl where {@code /access_token} and {@code /{version}/me} are
     */
    public record InstagramApp(String id, AppSecret secret, URI dialogUrl, URI tokenUrl, URI graphUrl) {

        public static final URI DIALOG_URL = URI.create("https://www.instagram.com");
        public static final URI TOKEN_URL = URI.create("https://api.instagram.com");
        public static final URI GRAPH_URL = URI.create("https://graph.instagram.com");

        public InstagramApp {
            refuseOdd(id);
            dialogUrl = base(dialogUrl);
            tokenUrl = base(tokenUrl);
            graphUrl = base(graphUrl);
        }

        /** The app at Meta's own addresses. */
        public static InstagramApp atMeta(String id, AppSecret secret) {
            return new InstagramApp(id, secret, DIALOG_URL, TOKEN_URL, GRAPH_URL);
        }
    }

    /**
     * The app as Facebook Login for Business knows it.
     *
     * @param dialogUrl where {@code /{version}/dialog/oauth} is, for the person's browser
     * @param graphUrl where everything else is, the exchange of codes included
     * @param uploadUrl where {@code /ig-api-upload} is
     */
    public record FacebookApp(String id, AppSecret secret, URI dialogUrl, URI graphUrl, URI uploadUrl) {

        public static final URI DIALOG_URL = URI.create("https://www.facebook.com");
        public static final URI GRAPH_URL = URI.create("https://graph.facebook.com");
        public static final URI UPLOAD_URL = URI.create("https://rupload.facebook.com");

        public FacebookApp {
            refuseOdd(id);
            dialogUrl = base(dialogUrl);
            graphUrl = base(graphUrl);
            uploadUrl = base(uploadUrl);
        }

        /** The app at Meta's own addresses. */
        public static FacebookApp atMeta(String id, AppSecret secret) {
            return new FacebookApp(id, secret, DIALOG_URL, GRAPH_URL, UPLOAD_URL);
        }
    }

    public MetaSettings {
        if (!VERSION.matcher(graphVersion).matches()) {
            throw new IllegalArgumentException("a Graph version looks like v1.0");
        }
        if (!isWeb(redirectUri) || redirectUri.getRawFragment() != null) {
            throw new IllegalArgumentException("the redirect address is an http or https URL without fragment");
        }
    }

    /** The login products that are configured. */
    public Set<LoginProduct> products() {
        var products = EnumSet.noneOf(LoginProduct.class);
        if (instagram != null) {
            products.add(LoginProduct.INSTAGRAM);
        }
        if (facebook != null) {
            products.add(LoginProduct.FACEBOOK);
        }
        return products;
    }

    /** To which calls go, as {@link GraphHealth#breakers} names them; browsers go elsewhere. */
    public SortedSet<String> hosts() {
        var hosts = new TreeSet<String>();
        if (instagram != null) {
            hosts.add(instagram.tokenUrl().getAuthority());
            hosts.add(instagram.graphUrl().getAuthority());
        }
        if (facebook != null) {
            hosts.add(facebook.graphUrl().getAuthority());
            hosts.add(facebook.uploadUrl().getAuthority());
        }
        return hosts;
    }

    private static void refuseOdd(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an app id is 1 to 64 letters and digits");
        }
    }

    private static URI base(URI url) {
        if (!isWeb(url) || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("a base address is an http or https URL without query and fragment");
        }
        var text = url.toString();
        return text.endsWith("/") ? base(URI.create(text.substring(0, text.length() - 1))) : url;
    }

    private static boolean isWeb(URI url) {
        return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null;
    }
}
