package dev.connexions.meta.sandbox.control;

/** Meta's two login products, each with an app of its own. */
enum Product {
    FACEBOOK,
    INSTAGRAM
}
