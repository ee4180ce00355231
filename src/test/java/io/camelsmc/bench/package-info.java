/** The programs behind the scripts in {@code bench/}: they measure, and say whether a number to hold was held. */
package io.camelsmc.bench;
