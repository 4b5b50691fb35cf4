package dev.connexions.bootstrap.wrong;

import dev.connexions.db.wrong.WrongRow;

public record WrongRoot(WrongRow row) {}
