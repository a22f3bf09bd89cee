<?php
/**
 * The reader's attributes, as far as a post or the settings may set them. Qari's own tests compare the names with the reader's table.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/**
 * Name (as `data-NAME`) → what it decides, and its values where there are few. What else is written the reader checks by itself.
 *
 * @return array<string, array{label: string, values?: string[]}>
 */
function attributes() {
	return array(
		'theme'      => array(
			'label'  => __( 'Colours', 'qari-reader' ),
			'values' => array( 'auto', 'light', 'dark', 'sepia', 'contrast' ),
		),
		'text-size'  => array(
			'label'  => __( 'Text size', 'qari-reader' ),
			'values' => array( '1', '2', '3', '4', '5', '6', '7', '8', '9' ),
		),
		'font'       => array( 'label' => __( 'Typeface', 'qari-reader' ) ),
		'accent'     => array( 'label' => __( 'Accent colour', 'qari-reader' ) ),
		'lang'       => array( 'label' => __( 'Language of the article', 'qari-reader' ) ),
		'ui-lang'    => array( 'label' => __( 'Language of the buttons', 'qari-reader' ) ),
		'numerals'   => array(
			'label'  => __( 'Digits', 'qari-reader' ),
			'values' => array( 'auto', 'latn', 'arab', 'arabext' ),
		),
		'timezone'   => array( 'label' => __( 'Clock of dates', 'qari-reader' ) ),
		'controls'   => array( 'label' => __( 'Tools', 'qari-reader' ) ),
		'share'      => array( 'label' => __( 'Networks to share on', 'qari-reader' ) ),
		'hide'       => array( 'label' => __( 'Parts that are not shown', 'qari-reader' ) ),
		'embeds'     => array(
			'label'  => __( 'Videos and posts of others', 'qari-reader' ),
			'values' => array( 'click', 'on', 'link' ),
		),
		'loading'    => array(
			'label'  => __( 'When it loads', 'qari-reader' ),
			'values' => array( 'lazy', 'eager' ),
		),
		'min-height' => array( 'label' => __( 'Height reserved', 'qari-reader' ) ),
		'timeout'    => array( 'label' => __( 'Seconds until a load has failed', 'qari-reader' ) ),
		'remember'   => array(
			'label'  => __( 'Remember choices on the device', 'qari-reader' ),
			'values' => array( 'on', 'off' ),
		),
		'author'     => array( 'label' => __( 'Author where the source has none', 'qari-reader' ) ),
		'format'     => array( 'label' => __( 'Format of the source', 'qari-reader' ) ),
		'map'        => array( 'label' => __( 'Map of an unknown format', 'qari-reader' ) ),
		'item'       => array( 'label' => __( 'Which article of several', 'qari-reader' ) ),
		'base-url'   => array( 'label' => __( 'Base of relative addresses', 'qari-reader' ) ),
		'debug'      => array( 'label' => __( 'Panel of what was read', 'qari-reader' ) ),
	);
}

/**
 * Known attributes alone, each a line of plain text; of those that have few values, what is none of them is left out.
 *
 * @param mixed $given Names and values.
 * @return array<string, string>
 */
function known_attributes( $given ) {
	$known = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		$attribute = attributes()[ $name ] ?? null;
		$value     = is_scalar( $value ) ? sanitize_text_field( (string) $value ) : '';
		if ( null === $attribute || '' === $value ) {
			continue;
		}
		if ( isset( $attribute['values'] ) && ! in_array( strtolower( $value ), $attribute['values'], true ) ) {
			continue;
		}
		$known[ $name ] = $value;
	}
	return $known;
}
