package dev.connexions.meta.shared;

import java.net.URI;

final class RawSettings {

    private RawSettings() {}

    static MetaSettings settings(String secret) {
        return new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb"),
                MetaSettings.InstagramApp.atMeta("4820019283", AppSecret.parse(secret)),
                MetaSettings.FacebookApp.atMeta("7392001", AppSecret.parse(secret)));
    }
}
