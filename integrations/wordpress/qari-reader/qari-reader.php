<?php
/**
 * Plugin Name:       Qari Reader
 * Description:       Shows news articles in Qari, the Arabic-first reader: a block and a shortcode, with the article's link for pages without script.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT or Apache-2.0
 * Text Domain:       qari-reader
 * Domain Path:       /languages
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
/** The one option that is kept: base, attributes, prerender. */
const OPTION = 'qari_reader';
/** How the names of kept HTML begin; uninstall.php takes them away. */
const KEPT = 'qari_reader_';

require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/source.php';
require __DIR__ . '/includes/prerender.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/settings-page.php';
require __DIR__ . '/includes/block.php';

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'qari-reader', false, basename( __DIR__ ) . '/languages' );
		add_shortcode( 'qari', __NAMESPACE__ . '\\shortcode' );
		register_block();
	}
);
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\\add_settings_link' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\load_async', 10, 2 );
add_filter( 'no_texturize_tags', __NAMESPACE__ . '\\keep_templates' );
