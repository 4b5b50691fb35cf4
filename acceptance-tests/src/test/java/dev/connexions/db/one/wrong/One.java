package dev.connexions.db.one.wrong;

import dev.connexions.db.two.wrong.Two;

public record One(Two two) {}
