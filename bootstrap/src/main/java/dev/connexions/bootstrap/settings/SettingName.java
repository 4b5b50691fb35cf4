package dev.connexions.bootstrap.settings;

import java.util.Arrays;
import java.util.Optional;

/** Every setting there is. A secret may also be given as {@code NAME_FILE}, naming a file that holds it. */
public enum SettingName {
    HTTP_PORT,
    HTTP_HOST,
    ADMIN_PORT,
    ADMIN_HOST,
    PUBLIC_URL,
    DATABASE_URL,
    DATABASE_USER,
    DATABASE_PASSWORD(true),
    DATABASE_OWNER_USER,
    DATABASE_OWNER_PASSWORD(true),
    DATABASE_MIGRATE,
    DATABASE_PLATFORM,
    DATABASE_POOL,
    JWT_SECRET(true),
    JWT_JWKS_URL,
    JWT_ISSUER,
    JWT_AUDIENCE,
    JWT_LEEWAY,
    JWT_MAX_LIFETIME,
    KEYS_FILE,
    META_INSTAGRAM_APP_ID,
    META_INSTAGRAM_APP_SECRET(true),
    META_FACEBOOK_APP_ID,
    META_FACEBOOK_APP_SECRET(true),
    META_GRAPH_VERSION,
    META_INSTAGRAM_GRAPH_URL,
    META_INSTAGRAM_DIALOG_URL,
    META_INSTAGRAM_TOKEN_URL,
    META_FACEBOOK_GRAPH_URL,
    META_FACEBOOK_DIALOG_URL,
    META_FACEBOOK_UPLOAD_URL,
    RETURN_URLS,
    SYSTEM_USER,
    LOG_FORMAT,
    DEMO_FILE,
    DEMO_CLOCK,
    TEST_DB,
    QUOTA_ZONE,
    REFRESH_WINDOW,
    BACKGROUND,
    CORS_ORIGINS;

    public static final String PREFIX = "CONNEXIONS_";
    static final String FILE_SUFFIX = "_FILE";

    private final boolean secret;

    SettingName() {
        this(false);
    }

    SettingName(boolean secret) {
        this.secret = secret;
    }

    public String variable() {
        return PREFIX + name();
    }

    boolean secret() {
        return secret;
    }

    String fileVariable() {
        return variable() + FILE_SUFFIX;
    }

    static Optional<SettingName> of(String variable) {
        return Arrays.stream(values())
                .filter(name -> name.variable().equals(variable)
                        || (name.secret && name.fileVariable().equals(variable)))
                .findFirst();
    }
}
