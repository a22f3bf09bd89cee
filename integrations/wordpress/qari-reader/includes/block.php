<?php
/**
 * The block. It is rendered here, so an article that moved, or a new folder of qari.js, changes every post at once.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/** Tells WordPress of the block, and the editor of attributes and words. */
function register_block() {
	$block = register_block_type( dirname( __DIR__ ) . '/block', array( 'render_callback' => __NAMESPACE__ . '\\render_block' ) );
	if ( ! $block || ! $block->editor_script_handles ) {
		return;
	}
	$words = array(
		'source'     => __( 'Article', 'qari-reader' ),
		'src'        => __( 'Address of the article as JSON', 'qari-reader' ),
		'id'         => __( 'Or the number of a post of this site', 'qari-reader' ),
		'link'       => __( 'Where people read it (found out if left empty)', 'qari-reader' ),
		'attributes' => __( 'How it is shown', 'qari-reader' ),
		'show'       => __( 'Show', 'qari-reader' ),
		'default'    => __( 'As the site has it', 'qari-reader' ),
		'help'       => __( 'The article is shown to readers; here stands its link.', 'qari-reader' ),
	);
	$known = array();
	foreach ( attributes() as $name => $attribute ) {
		$known[] = array( 'name' => $name ) + $attribute;
	}
	$data = wp_json_encode( array( 'words' => $words, 'attributes' => $known ), JSON_HEX_TAG );
	wp_add_inline_script( $block->editor_script_handles[0], "window.qariReader = $data;", 'before' );
}

/**
 * The block's HTML.
 *
 * @param array $given As block.json has it.
 */
function render_block( $given ) {
	$html = element( (int) ( $given['id'] ?? 0 ), (string) ( $given['src'] ?? '' ), (string) ( $given['link'] ?? '' ), (array) ( $given['options'] ?? array() ) );
	return '' === $html ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $html . '</div>';
}
